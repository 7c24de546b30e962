import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import { faultForLog } from "#app/use-cases/fault-for-log.ts";
import type { Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findActorById } from "#db/queries/actors.ts";
import { claimDueJob, finishJob, type Job } from "#db/queries/jobs.ts";

/** A use case that the worker may carry out for somebody: same signature, its input kept as JSON. */
export type JobUseCase = (db: Db, actor: Actor, input: never) => Promise<Result<unknown, unknown>>;
export type JobRegistry = Readonly<Record<string, JobUseCase>>;

const CLAIM_MS = 5 * 60_000;

/**
 * Carries out the next job that is due, as the person who asked for it: permission is asked again by the use case.
 * False when nothing is due. A job is safe to run twice, because its worker may die after the commit.
 */
export async function runNextJob(db: Db, registry: JobRegistry, clock: () => Date): Promise<boolean> {
  const job = await claimDueJob(db, { now: clock(), claimFor: CLAIM_MS });
  if (!job) return false;
  try {
    const outcome = await perform(db, registry, job, clock());
    await finishJob(db, {
      id: job.id,
      status: outcome.ok ? "done" : "refused",
      result: outcome.ok ? outcome.value : { refusal: outcome.refusal },
      now: clock(),
    });
  } catch (fault) {
    console.error(JSON.stringify({ level: "error", job: job.id, kind: job.kind, fault: faultForLog(fault) }));
    await finishJob(db, { id: job.id, status: "failed", result: { refusal: "fault" }, now: clock() });
  }
  return true;
}

async function perform(db: Db, registry: JobRegistry, job: Job, now: Date): Promise<Result<unknown, unknown>> {
  const useCase = registry[job.kind];
  if (!useCase) throw new Error(`no use case for job kind ${job.kind}`);
  const actor = job.requestedBy === null ? systemActor : await findActorById(db, job.requestedBy);
  if (!actor) return { ok: false, refusal: "not-yours" };
  const input = { ...(JSON.parse(job.payload) as object), cohortId: job.cohortId, now };
  return useCase(db, actor, input as never);
}

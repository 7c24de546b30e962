import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Job = Selectable<Database["job"]>;

/** Work too long for a request: the worker does it, as the person who asked for it. */
export async function enqueueJob(
  db: Db,
  job: { kind: string; cohortId: string; payload: unknown; requestedBy: string | null; dueAt?: Date; now: Date },
): Promise<string> {
  const id = newId(job.now);
  await db
    .insertInto("job")
    .values({
      id,
      kind: job.kind,
      cohortId: job.cohortId,
      payload: JSON.stringify(job.payload),
      status: "queued",
      requestedBy: job.requestedBy,
      dueAt: (job.dueAt ?? job.now).toISOString(),
      claimedUntil: null,
      createdAt: job.now.toISOString(),
      finishedAt: null,
      result: null,
    })
    .execute();
  return id;
}

/** A job whose worker died is claimed again once its claim has run out: every job is safe to run twice. */
export async function claimDueJob(
  db: Db,
  { now, claimFor }: { now: Date; claimFor: number },
): Promise<Job | undefined> {
  const at = now.toISOString();
  return db
    .updateTable("job")
    .set({ status: "running", claimedUntil: new Date(now.getTime() + claimFor).toISOString() })
    .where((eb) =>
      eb.or([eb("status", "=", "queued"), eb.and([eb("status", "=", "running"), eb("claimedUntil", "<", at)])]),
    )
    .where("id", "=", (eb) =>
      eb
        .selectFrom("job")
        .select("id")
        .where("dueAt", "<=", at)
        .where((inner) =>
          inner.or([
            inner("status", "=", "queued"),
            inner.and([inner("status", "=", "running"), inner("claimedUntil", "<", at)]),
          ]),
        )
        .orderBy("dueAt")
        .orderBy("id")
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function finishJob(
  db: Db,
  { id, status, result, now }: { id: string; status: "done" | "refused" | "failed"; result: unknown; now: Date },
): Promise<void> {
  await db
    .updateTable("job")
    .set({ status, result: JSON.stringify(result ?? null), finishedAt: now.toISOString(), claimedUntil: null })
    .where("id", "=", id)
    .execute();
}

export async function findJob(db: Db, id: string): Promise<Job | undefined> {
  return db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function listOpenJobs(db: Db, cohortId: string): Promise<readonly Job[]> {
  return db
    .selectFrom("job")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("status", "in", ["queued", "running"])
    .orderBy("createdAt")
    .limit(50)
    .execute();
}

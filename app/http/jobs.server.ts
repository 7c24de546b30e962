import type { AccountActor } from "#app/domain/access/actor.ts";
import { db, reads } from "#app/runtime.server.ts";
import { enqueueJob, findJob } from "#db/queries/jobs.ts";

export type JobAnswer =
  | { readonly status: "done"; readonly result: unknown }
  | { readonly status: "refused"; readonly refusal: string; readonly detail: unknown }
  | { readonly status: "running"; readonly jobId: string };

const PATIENCE_MS = 6_000;

/**
 * Hands long work to the worker and waits a moment for it: most work is done before anybody would notice.
 * The caller has already asked `can`; the use case asks again when it runs.
 */
export async function doInWorker(
  actor: AccountActor,
  job: { kind: string; cohortId: string; payload: unknown },
): Promise<JobAnswer> {
  const jobId = await enqueueJob(db, { ...job, requestedBy: actor.accountId, now: new Date() });
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = await findJob(reads, jobId);
    if (!found || found.status === "queued" || found.status === "running") continue;
    const result: unknown = JSON.parse(found.result ?? "null");
    if (found.status === "done") return { status: "done", result };
    const { refusal, ...detail } = (result ?? {}) as { refusal?: unknown };
    return typeof refusal === "string"
      ? { status: "refused", refusal, detail }
      : { status: "refused", refusal: kindOf(refusal), detail: refusal };
  }
  return { status: "running", jobId };
}

function kindOf(refusal: unknown): string {
  const named = refusal as { kind?: unknown } | null | undefined;
  return typeof named?.kind === "string" ? named.kind : "fault";
}

import { systemActor } from "#app/domain/access/actor.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { Db } from "#db/connect.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listCohortsToClose } from "#db/queries/draft-expiry.ts";
import { closeCohort } from "./close-cohort.ts";

/** For the worker: every cohort whose window is over is closed, and its drafts expire. True when something changed. */
export async function closeDueCohorts(db: Db, { now }: { readonly now: Date }): Promise<boolean> {
  let changed = false;
  for (const { id, definitionId } of await listCohortsToClose(db)) {
    if (now < windowOf(await getDefinition(db, definitionId), "application").end) continue;
    const closed = await closeCohort(db, systemActor, { cohortId: id, now });
    if (closed.ok && (closed.value.closed || closed.value.expired > 0)) changed = true;
  }
  return changed;
}

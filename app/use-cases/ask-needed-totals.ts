import { neededTotal } from "#app/domain/selection/needed-total.ts";
import type { Db } from "#db/connect.ts";
import { listUnasked, saveNeededTotal } from "#db/queries/selection-records.ts";
import { findSelectionRun } from "#db/queries/selection-runs.ts";

/** One answer costs some twenty runs: in a turn of the worker only as many are asked as a second allows. */
const PEOPLE_A_TURN = 15_000;
const MOST = 20;

/**
 * What everybody without a seat would have needed, person by person, after the publication. Asked for once; safe to stop and to
 * go on at any moment.
 */
export async function askNeededTotals(db: Db, now: Date): Promise<number> {
  const unasked = await listUnasked(db, MOST);
  const [first] = unasked;
  if (!first) return 0;
  const run = await findSelectionRun(db, first.runId);
  if (!run) return 0;
  const turn = Math.max(1, Math.floor(PEOPLE_A_TURN / run.input.people.length));
  const asked = unasked.slice(0, turn);
  for (const { id, applicationNumber } of asked) {
    const answer = neededTotal({ input: run.input, applicationNo: applicationNumber });
    const { track, total } = answer.ok ? answer.value : { track: null, total: null };
    await saveNeededTotal(db, { id, track, total, now });
  }
  return asked.length;
}

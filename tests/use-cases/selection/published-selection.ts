import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { publishDecisions } from "#app/use-cases/publish-decisions.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import type { Db } from "#db/connect.ts";
import { smallDefinition, today, type SmallCohort } from "./small-cohort.ts";
import { must, untilSelection } from "./small-selection.ts";

/** The small cohort with its final result published. */
export async function aPublishedSelection(
  db: Db,
  definition = smallDefinition(),
): Promise<{ readonly cohort: SmallCohort; readonly runId: string }> {
  const cohort = await untilSelection(db, undefined, definition);
  const { cohortId, first, second } = cohort;
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  await must(approveSelection(db, second, { cohortId, runId, now: today }));
  await must(publishDecisions(db, first, { cohortId, now: today }));
  return { cohort, runId };
}

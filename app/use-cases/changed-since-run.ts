import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type { Db } from "#db/connect.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import type { SelectionRun } from "#db/queries/selection-runs.ts";
import { selectionInput } from "./selection-input.ts";

type SinceRun = { readonly cohort: Cohort; readonly run: Pick<SelectionRun, "digest" | "input"> };

/**
 * Whether rule, people or tie decisions are others than those the run was made of: somebody withdrew, a claim was
 * decided, a seat was added. Such a run may no longer be approved or published.
 */
export async function hasChangedSince(db: Db, { cohort, run }: SinceRun): Promise<boolean> {
  const definition = await getDefinition(db, cohort.definitionId);
  const input = await selectionInput(db, { cohort, definition });
  if (!input.ok || selectionDigest(input.value) !== run.digest) return true;
  return JSON.stringify(input.value.tieDecisions ?? []) !== JSON.stringify(run.input.tieDecisions ?? []);
}

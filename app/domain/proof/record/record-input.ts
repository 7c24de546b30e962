import type { ReviewRow, SelectionRecord } from "#app/domain/proof/record/record.ts";
import type { SelectionInput, SelectionPerson } from "#app/domain/selection/selection.ts";

/**
 * What a run has to be given to come to the record's result: rule, people (by the label that the lottery hashes, else by ref),
 * committee orders and draw. `people` are those of a record of level P2. Source: SELECTION F.
 */
export function inputOfRecord(
  { rule, draw, tieDecisions }: Pick<SelectionRecord, "rule" | "draw" | "tieDecisions">,
  people: readonly ReviewRow[],
): SelectionInput {
  const nameOf = new Map(people.map(({ ref, label }) => [ref, label ?? ref]));
  return {
    rule,
    people: people.map(personOf),
    tieDecisions: tieDecisions.map((order) => order.map((ref) => nameOf.get(ref) ?? ref)),
    ...(draw ? { draw: draw.algorithm === "sha256-order" ? { seed: draw.seed, label: draw.label } : draw } : {}),
  };
}

/** Without the reviews and rows that the scores come from: the run compares scores only. */
function personOf({ ref, label, stages, ...person }: ReviewRow): SelectionPerson {
  const standings = Object.entries(stages).map(([id, { outcome, score, criteria }]) => [
    id,
    { outcome, score, criteria },
  ]);
  return { ...person, applicationNo: label ?? ref, stages: Object.fromEntries(standings) };
}

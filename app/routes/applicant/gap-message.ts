import type { Gap } from "#app/domain/application/completeness.ts";
import type { FieldProblem } from "#app/domain/application/field-problem.ts";

/** A problem as a key with its values, which every field and error summary puts into words. */
export function problemMessage({ problem, values = {} }: FieldProblem): string {
  const query = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return `applicant:problem.${problem}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

export function gapMessage(gap: Gap): string {
  if (gap.kind === "field") return problemMessage(gap);
  if (gap.kind === "document" && gap.problem === "infected") return "applicant:problem.infectedFile";
  return `applicant:problem.${gap.kind === "document" && gap.problem === "tooMany" ? "tooManyFiles" : gap.kind}`;
}

/** Id of the control in which a gap is closed; of a repeating group the item of the row. */
export function gapTarget({
  fieldId,
  row,
  itemId,
}: Pick<FieldProblem, "row" | "itemId"> & { fieldId: string }): string {
  return row === undefined || itemId === undefined ? fieldId : `${fieldId}.${row}.${itemId}`;
}

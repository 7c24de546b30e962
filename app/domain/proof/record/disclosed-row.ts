import type { DisclosedRow } from "#app/domain/proof/record/record.ts";
import type { SelectionPerson, SelectionResult } from "#app/domain/selection/selection.ts";

/** Which of the own numbers a person may be told. */
export type Told = { readonly stages: boolean; readonly total: boolean; readonly rank: boolean };

type Known = {
  readonly result: SelectionResult;
  readonly refOf: (applicationNo: string) => string;
  readonly told: Told;
};

/** What each person is told of the run: own stage scores, total and rank as far as they are disclosed, and the outcome. */
export function disclosedRows({ result, refOf, told }: Known): (person: SelectionPerson) => DisclosedRow {
  const places = new Map(result.order.map((place) => [place.applicationNo, place]));
  const seated = new Set(result.selected.map(({ applicationNo }) => applicationNo));
  const listed = new Set(result.reserves.map(({ applicationNo }) => applicationNo));
  return ({ applicationNo, stages }) => {
    const place = places.get(applicationNo);
    const scores = Object.entries(stages).map(([id, { score }]) => [id, told.stages ? score : null]);
    return {
      ref: refOf(applicationNo),
      stages: Object.fromEntries(scores),
      total: told.total ? (place?.total ?? null) : null,
      rank: told.rank ? (place?.rank ?? null) : null,
      outcome: seated.has(applicationNo) ? "selected" : listed.has(applicationNo) ? "reserve" : "not_selected",
    };
  };
}

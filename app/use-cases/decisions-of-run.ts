import { explainerOf } from "#app/domain/selection/explain.ts";
import type { SelectionInput, SelectionPerson, SelectionResult } from "#app/domain/selection/selection.ts";
import type { NewDecision } from "#db/queries/decisions.ts";
import type { ResultRecipient } from "#db/queries/selection-people.ts";

export type Decided = { readonly person: ResultRecipient; readonly decision: NewDecision };

type ToDecide = {
  readonly cohortId: string;
  readonly runId: string;
  readonly input: SelectionInput;
  readonly result: SelectionResult;
  /** Everybody in the running. */
  readonly people: readonly ResultRecipient[];
};

/** The decision on everybody in the running as a run found it; undefined when somebody in the running is not in the run. */
export function decisionsOfRun({ cohortId, runId, input, result, people }: ToDecide): readonly Decided[] | undefined {
  const personOf = new Map(input.people.map((person) => [person.applicationNo, person]));
  const outcomeOf = outcomes(result);
  const placeOf = new Map(result.order.map((place) => [place.applicationNo, place]));
  const explain = explainerOf({ rule: input.rule, result });
  const decided: Decided[] = [];
  for (const person of people) {
    const known: SelectionPerson | undefined = personOf.get(person.applicationNumber);
    const outcome = outcomeOf.get(person.applicationNumber);
    if (!known || !outcome) return undefined;
    const place = placeOf.get(person.applicationNumber);
    const explanation = explain(known);
    decided.push({
      person,
      decision: {
        cohortId,
        runId,
        applicationId: person.id,
        ...outcome,
        meritRank: place?.rank ?? null,
        total: place?.total ?? null,
        explanation,
      },
    });
  }
  return decided;
}

type Outcome = Pick<NewDecision, "outcome" | "trackKey" | "choiceOrder" | "reserveNumber">;

const nothing = { trackKey: null, choiceOrder: null, reserveNumber: null } as const;

function outcomes(result: SelectionResult): ReadonlyMap<string, Outcome> {
  return new Map<string, Outcome>([
    ...result.notSelected.map(({ applicationNo }): [string, Outcome] => [
      applicationNo,
      { outcome: "not_selected", ...nothing },
    ]),
    ...result.reserves.map(({ applicationNo, track, number }): [string, Outcome] => [
      applicationNo,
      { outcome: "reserve", trackKey: track, choiceOrder: null, reserveNumber: number },
    ]),
    ...result.selected.map(({ applicationNo, track, choiceOrder }): [string, Outcome] => [
      applicationNo,
      { outcome: "selected", trackKey: track, choiceOrder, reserveNumber: null },
    ]),
  ]);
}

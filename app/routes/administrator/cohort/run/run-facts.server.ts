import type { SelectionInput, SelectionResult } from "#app/domain/selection/selection.ts";

export type OutcomeOf = { readonly kind: "selected" | "reserve" | "not_selected"; readonly track: string | null };

/** What a run found for everybody, by application number. */
export function outcomesOf(result: SelectionResult): ReadonlyMap<string, OutcomeOf> {
  return new Map<string, OutcomeOf>([
    ...result.notSelected.map(({ applicationNo }) => [applicationNo, { kind: "not_selected", track: null }] as const),
    ...result.reserves.map(({ applicationNo, track }) => [applicationNo, { kind: "reserve", track }] as const),
    ...result.selected.map(({ applicationNo, track }) => [applicationNo, { kind: "selected", track }] as const),
  ]);
}

export type Change = {
  readonly applicationNo: string;
  readonly before: OutcomeOf | null;
  readonly after: OutcomeOf | null;
};

/** Everybody whose outcome differs between two runs. */
export function changesBetween(before: SelectionResult, after: SelectionResult): readonly Change[] {
  const [old, fresh] = [outcomesOf(before), outcomesOf(after)];
  const numbers = [...new Set([...old.keys(), ...fresh.keys()])].toSorted();
  return numbers
    .map((applicationNo) => ({
      applicationNo,
      before: old.get(applicationNo) ?? null,
      after: fresh.get(applicationNo) ?? null,
    }))
    .filter((change) => change.before?.kind !== change.after?.kind || change.before?.track !== change.after?.track);
}

export type OrderRow = {
  /** Where the person stands in the stored input; the address names it instead of a number that is theirs. */
  readonly index: number;
  readonly applicationNo: string;
  readonly rank: number;
  readonly total: string;
  readonly bonus: string;
  readonly sameTotal: number;
  /** Positions of the tie-breakers that decided. */
  readonly decidedBy: readonly number[];
  readonly firstChoice: string;
  readonly outcome: OutcomeOf;
  readonly reserveNumber: number | null;
};

/** One page of the order of merit. */
export function orderRows(
  { input, result }: { input: SelectionInput; result: SelectionResult },
  { from, limit }: { from: number; limit: number },
): readonly OrderRow[] {
  const outcomes = outcomesOf(result);
  const indexOf = new Map(input.people.map(({ applicationNo }, index) => [applicationNo, index]));
  const numberOf = new Map(result.reserves.map(({ applicationNo, number }) => [applicationNo, number]));
  return result.order.slice(from, from + limit).map(({ applicationNo, rank, total, bonus, sameTotal, decidedBy }) => {
    const index = indexOf.get(applicationNo) ?? 0;
    return {
      index,
      applicationNo,
      rank,
      total,
      bonus: bonus.granted,
      sameTotal,
      decidedBy,
      firstChoice: input.people[index]?.choices[0] ?? "",
      outcome: outcomes.get(applicationNo) ?? { kind: "not_selected", track: null },
      reserveNumber: numberOf.get(applicationNo) ?? null,
    };
  });
}

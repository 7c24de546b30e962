import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rationalOf } from "#app/domain/exact/rational.ts";
import { toDecimalString } from "#app/domain/exact/rounding.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput, SelectionResult } from "#app/domain/selection/selection.ts";
import { cohorts } from "#tests/domain/selection/reference-cohorts.ts";
import { referenceSelection, type ReferenceResult } from "#tests/domain/selection/reference.ts";

const CASES = 2000;
const MAY_TAKE = 120_000;

/** Another order of equals for every salt. */
function salted(salt: number) {
  const key = (no: string) => createHash("sha256").update(`${salt}|${no}`).digest("hex");
  return (numbers: readonly string[]) => numbers.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The engine's outcome in the words of the reference. */
function plainly(result: SelectionResult): ReferenceResult {
  const facts = result.swaps.flatMap((swap) => [`out ${swap.out} ${swap.track}`, `in ${swap.in} ${swap.track}`]);
  return {
    selected: Object.fromEntries(
      result.selected.map(({ applicationNo, track, choiceOrder, how }) => [
        applicationNo,
        `${track}, ${choiceOrder}, ${how}`,
      ]),
    ),
    reserves: Object.fromEntries(
      result.reserves.map(({ applicationNo, track, number }) => [applicationNo, `${track}, ${number}`]),
    ),
    notSelected: Object.fromEntries(
      result.notSelected.map(({ applicationNo, code, failures }) => [
        applicationNo,
        failures.length === 0
          ? code
          : failures
              .map((failure) => failure.code)
              .toSorted()
              .join(),
      ]),
    ),
    swaps: facts.toSorted(),
    residents: result.quotas[0]?.achieved ?? 0,
    emptySeats: Object.fromEntries(result.unfilled.map(({ track, seats }) => [track, seats])),
    totals: Object.fromEntries(
      result.order.map(({ applicationNo, total }) => [
        applicationNo,
        toDecimalString(rationalOf(total), 6, "down")
          .replace(".", "")
          .replace(/^0+(?=\d)/, ""),
      ]),
    ),
    ranks: Object.fromEntries(result.order.map(({ applicationNo, rank }) => [applicationNo, rank])),
  };
}

/** A committee's order gives strict ranks where the published keys alone leave people equal. */
function withoutRanks(outcome: ReferenceResult) {
  return { ...outcome, ranks: null };
}

function runToTheEnd(input: SelectionInput, salt: number) {
  const untie = salted(salt);
  const tieDecisions: (readonly string[])[] = [];
  for (;;) {
    const outcome = selectCohort({ ...input, tieDecisions });
    if (outcome.status === "refused") throw new Error(outcome.refusal.reason);
    if (outcome.status === "complete") return { result: outcome, tieDecisions };
    tieDecisions.push(untie(outcome.tie.group));
  }
}

test("the engine says what an independent reading of the published rules says", { timeout: MAY_TAKE }, () => {
  const seen = { swaps: 0, ties: 0, empty: 0, displaced: 0, capped: 0, harmless: 0 };
  fc.assert(
    fc.property(cohorts, ({ input, salt }) => {
      const { result, tieDecisions } = runToTheEnd(input, salt);
      const engine = plainly(result);
      const untie = salted(salt);
      const reference = referenceSelection(input, untie);
      expect(withoutRanks(engine)).toEqual(withoutRanks(reference));
      if (tieDecisions.length === 0 && input.rule.tieBreakers.at(-1)?.by !== "lottery") {
        expect(engine.ranks).toEqual(reference.ranks);
      }

      // What the engine called harmless is: another order of those ties gives everybody the same.
      const asked = new Set(tieDecisions.map((numbers) => numbers.toSorted().join()));
      const otherwise = (numbers: readonly string[]) =>
        asked.has(numbers.toSorted().join()) ? untie(numbers) : untie(numbers).toReversed();
      expect(withoutRanks(referenceSelection(input, otherwise))).toEqual(withoutRanks(reference));

      seen.swaps += result.swaps.length;
      seen.ties += tieDecisions.length;
      seen.empty += result.unfilled.length;
      seen.harmless += result.harmlessTies.length;
      seen.displaced += result.reserves.filter(({ displacedBy }) => displacedBy !== null).length;
      seen.capped += result.order.filter(({ bonus }) => bonus.capped).length;
    }),
    { numRuns: CASES },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(CASES / 20);
});

test(
  "the committee is asked only where another order of the same people gives somebody something else",
  { timeout: MAY_TAKE },
  () => {
    let asked = 0;
    fc.assert(
      fc.property(cohorts, ({ input }) => {
        const outcome = selectCohort(input);
        if (outcome.status !== "stopped" || outcome.tie.group.length > 5) return;
        asked += 1;
        const { group } = outcome.tie;
        const isGroup = (numbers: readonly string[]) => numbers.toSorted().join() === group.toSorted().join();
        const outcomes = new Set(
          ordersOf(group).map((order) =>
            JSON.stringify(
              withoutRanks(referenceSelection(input, (numbers) => (isGroup(numbers) ? order : numbers))),
              (_key, value: unknown) => sortedKeys(value),
            ),
          ),
        );
        expect(outcomes.size).toBeGreaterThan(1);
      }),
      { numRuns: CASES / 2 },
    );
    expect(asked).toBeGreaterThan(100);
  },
);

function ordersOf(numbers: readonly string[]): readonly (readonly string[])[] {
  if (numbers.length < 2) return [numbers];
  return numbers.flatMap((first, index) => ordersOf(numbers.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

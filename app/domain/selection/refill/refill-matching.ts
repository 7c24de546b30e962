import { done, type Result } from "#app/domain/result.ts";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Holdings, Matching, MatchingInput, MatchingRefusal } from "#app/domain/selection/matching/matching.ts";
import { relisted } from "#app/domain/selection/matching/preferences.ts";
import { changesBetween, type Change } from "#app/domain/selection/refill/changes.ts";

export type MatchingToRefill = {
  readonly input: MatchingInput;
  /** What everybody held before. */
  readonly holdings: Holdings;
  /** Everybody who left, earlier or now. */
  readonly leavers: ReadonlySet<number>;
};

export type MatchingRefilled = {
  readonly matching: Matching;
  /** Everybody who holds something else than before: leavers, people who moved up, people who got a seat. */
  readonly changes: readonly Change[];
};

/**
 * `rerun_with_upgrades`: deferred acceptance among everybody who has not left. Nobody who stays gets a track they like less
 * (Gale and Sotomayor 1985; Crawford 1991). Refuses what `deferredAcceptance` refuses. Source: SELECTION C1 and C4.
 */
export function refillMatching({
  input,
  holdings,
  leavers,
}: MatchingToRefill): Result<MatchingRefilled, MatchingRefusal> {
  const matching = deferredAcceptance(matchingWithout(input, leavers));
  if (!matching.ok) return matching;
  return done({ matching: matching.value, changes: changesBetween(holdings, matching.value.holdings) });
}

/** The same matching when some people apply to no track. */
export function matchingWithout(input: MatchingInput, people: ReadonlySet<number>): MatchingInput {
  const preferences = relisted(input.preferences, (person, list) => (people.has(person) ? list.subarray(0, 0) : list));
  return { ...input, preferences };
}

import { done, type Result } from "#app/domain/result.ts";
import type { Holdings, MatchingInput, MatchingRefusal } from "#app/domain/selection/matching/matching.ts";
import { refillFrozen } from "#app/domain/selection/refill/refill-frozen.ts";
import { refillMatching } from "#app/domain/selection/refill/refill-matching.ts";

/** What is known when a batch runs: its time, what was held until now, and everybody who has left. */
export type BatchState = {
  readonly at: number;
  readonly holdings: Holdings;
  readonly leavers: ReadonlySet<number>;
};

/** Who holds which seat after a batch. */
export type GiveSeats<Refusal> = (state: BatchState) => Result<Holdings, Refusal>;

/**
 * The policy of SELECTION C4: before the instant `until` the matching is run again and people move up (`rerun_with_upgrades`);
 * from it on nobody moves any more (`frozen`). `until` null = people move up to the end. Without tracks both are the same.
 */
export function upgradesUntil(input: MatchingInput, until: number | null): GiveSeats<MatchingRefusal> {
  return ({ at, holdings, leavers }) => {
    if (until !== null && at >= until) {
      const frozen = refillFrozen({ input, holdings, leavers });
      return frozen.ok ? done(frozen.value.holdings) : frozen;
    }
    const rerun = refillMatching({ input, holdings, leavers });
    return rerun.ok ? done(rerun.value.matching.holdings) : rerun;
  };
}

import { done, type Result } from "#app/domain/result.ts";
import { holdersOf, noTrack, type Matching, type MatchingRefusal } from "#app/domain/selection/matching/matching.ts";
import { withoutLeavers, type Change } from "#app/domain/selection/refill/changes.ts";
import { refillMatching, type MatchingToRefill } from "#app/domain/selection/refill/refill-matching.ts";

export type Correction = {
  /** What the rule gives on the corrected data, without those who left. */
  readonly corrected: Matching;
  /** Hold nothing and should: to be offered the seat `to`. */
  readonly newlySelected: readonly Change[];
  /** Hold the seat `from` and should hold nothing: kept until the authority decides. */
  readonly wronglySelected: readonly Change[];
  /** Hold one track's seat and should hold another's: moved by nobody but the authority. */
  readonly otherTrack: readonly Change[];
  /** By track: seats above the plan that it takes to seat the newly selected while everybody else stays. */
  readonly beyondSeats: readonly number[];
};

/**
 * What a late correction of data means for people who already hold seats: the rule is run again on the corrected input and both
 * lists are given; nobody is removed or moved. `holdings` is what everybody holds now. Refuses what `deferredAcceptance`
 * refuses; a cohort without tracks goes through `singleTrack`. Source: SELECTION C6.
 */
export function lateCorrection(asked: MatchingToRefill): Result<Correction, MatchingRefusal> {
  const rerun = refillMatching(asked);
  if (!rerun.ok) return rerun;
  const { matching: corrected, changes } = rerun.value;
  const moved = changes.filter(({ person }) => !asked.leavers.has(person));
  const newlySelected = moved.filter(({ from }) => from === noTrack);
  const staying = withoutLeavers(asked.holdings, asked.leavers);
  return done({
    corrected,
    newlySelected,
    wronglySelected: moved.filter(({ to }) => to === noTrack),
    otherTrack: moved.filter(({ from, to }) => from !== noTrack && to !== noTrack),
    beyondSeats: corrected.choices.map(({ report }, track) => {
      const free = Math.max(0, report.seats - holdersOf(staying, track).length);
      return Math.max(0, newlySelected.filter(({ to }) => to === track).length - free);
    }),
  });
}

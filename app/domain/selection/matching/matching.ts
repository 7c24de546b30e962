import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice, Pool } from "#app/domain/selection/choice/pool.ts";
import type { Preferences } from "#app/domain/selection/matching/preferences.ts";

/** A track, how it gives its seats, and its own strict merit order; who is not in its pool is not acceptable to it. */
export type MatchingTrack = { readonly id: string; readonly rule: ChoiceRule; readonly pool: Pool };

/** Person numbers run over `preferences`; track numbers are positions in `tracks`. */
export type MatchingInput = { readonly tracks: readonly MatchingTrack[]; readonly preferences: Preferences };

/** By person: the number of the track whose seat the person holds, or `noTrack`. */
export type Holdings = Int32Array;

export const noTrack = -1;

export type Matching = {
  readonly holdings: Holdings;
  /** Beside `tracks` of the input: the choice from everybody who ever applied to the track. */
  readonly choices: readonly Choice[];
  /** How many times the free people applied, all at once, until nobody was rejected. */
  readonly rounds: number;
};

/** Overlapping bounds inside a track: a stable result need not exist and an untrue list can pay (SELECTION B7). */
export type MatchingRefusal =
  | { readonly reason: "overlapping_bounds_with_preferences"; readonly track: string }
  | { readonly reason: "unknown_track"; readonly person: number };

/** The people who hold a seat of the track, by person number. */
export function holdersOf(holdings: Holdings, track: number): readonly number[] {
  const holders: number[] = [];
  for (const [person, held] of holdings.entries()) if (held === track) holders.push(person);
  return holders;
}

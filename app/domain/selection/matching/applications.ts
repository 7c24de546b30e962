import type { MatchingInput } from "#app/domain/selection/matching/matching.ts";

/** In place of a rank: the track would not take this person. */
export const notAcceptable = 0xff_ff_ff_ff;

/**
 * Beside `preferences.tracks`: the rank (0 = best) that the person of the list has in the order of the track named there, or
 * `notAcceptable`. One number an application, so that a million people and many tracks fit.
 */
export function ranksOfApplications({ tracks, preferences }: MatchingInput): Uint32Array {
  const { starts, tracks: named } = preferences;
  const ranks = new Uint32Array(named.length).fill(notAcceptable);
  for (const [track, { pool }] of tracks.entries()) {
    for (const [rank, person] of pool.order.entries()) {
      const end = starts[person + 1] ?? 0;
      for (let slot = starts[person] ?? 0; slot < end; slot += 1) if (named[slot] === track) ranks[slot] = rank;
    }
  }
  return ranks;
}

import type { MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { peopleIn } from "#app/domain/selection/matching/preferences.ts";

/** In place of a rank: the track would not take this person. */
export const notAcceptable = 0xff_ff_ff_ff;

/**
 * Beside `preferences.tracks`: the rank (0 = best) that the person of the list has in the order of the track named there, or
 * `notAcceptable`. One number an application, and one person after the other, so that a million people are quick to read.
 */
export function ranksOfApplications({ tracks, preferences }: MatchingInput): Uint32Array {
  const { starts, tracks: named } = preferences;
  const people = peopleIn(preferences);
  const ranks = new Uint32Array(named.length);
  const rankOf = new Uint32Array(people);
  for (const [track, { pool }] of tracks.entries()) {
    rankOf.fill(notAcceptable);
    pool.order.forEach((person, rank) => (rankOf[person] = rank));
    for (let person = 0; person < people; person += 1) {
      const end = starts[person + 1] ?? 0;
      for (let slot = starts[person] ?? 0; slot < end; slot += 1) {
        if (named[slot] === track) ranks[slot] = rankOf[person] ?? notAcceptable;
      }
    }
  }
  return ranks;
}

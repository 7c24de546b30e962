import { notAcceptable, ranksOfApplications } from "#app/domain/selection/matching/applications.ts";
import { noTrack, type Holdings, type MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { peopleIn } from "#app/domain/selection/matching/preferences.ts";
import { nobody, type TrackSeats } from "#app/domain/selection/matching/track-seats.ts";

export type Applied = {
  readonly holdings: Holdings;
  /** By track, by rank in its order: 1 for those who applied. */
  readonly applied: readonly Uint8Array[];
  readonly rounds: number;
};

/**
 * Applicant-proposing deferred acceptance: in every round all free people apply to the next track of their lists that would
 * take them, and each track keeps whom its seats allow. At most as many applications as the lists are long.
 * Source: Gale and Shapley 1962; Hatfield and Milgrom 2005 (cumulative offers).
 */
export function applyInRounds(input: MatchingInput, seats: readonly TrackSeats[]): Applied {
  const { tracks, preferences } = input;
  const ranks = ranksOfApplications(input);
  const applied = tracks.map(({ pool }) => new Uint8Array(pool.order.length));
  // The application each person has made last: its slot in the flat lists. A free person goes on behind it.
  const slots = Int32Array.from(preferences.starts, (start) => start - 1);
  const holdings = new Int32Array(peopleIn(preferences)).fill(noTrack);

  function applyNext(person: number): number {
    const end = preferences.starts[person + 1] ?? 0;
    let slot = (slots[person] ?? 0) + 1;
    while (slot < end && ranks[slot] === notAcceptable) slot += 1;
    slots[person] = slot;
    if (slot >= end) {
      holdings[person] = noTrack;
      return nobody;
    }
    const track = preferences.tracks[slot] ?? 0;
    const rank = ranks[slot] ?? 0;
    holdings[person] = track;
    const marks = applied[track];
    if (marks) marks[rank] = 1;
    return personAt(track, seats[track]?.apply(rank) ?? nobody);
  }
  function personAt(track: number, rank: number): number {
    return tracks[track]?.pool.order[rank] ?? nobody;
  }

  let free = [...holdings.keys()];
  let rounds = 0;
  while (free.length > 0) {
    const rejected: number[] = [];
    let somebodyApplied = false;
    for (const person of free) {
      const out = applyNext(person);
      if (out !== nobody) rejected.push(out);
      somebodyApplied ||= holdings[person] !== noTrack;
    }
    for (const [track, own] of seats.entries()) {
      for (const rank of own.endRound()) rejected.push(personAt(track, rank));
    }
    if (somebodyApplied) rounds += 1;
    free = rejected;
  }
  return { holdings, applied, rounds };
}

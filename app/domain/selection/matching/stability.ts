import { notAcceptable } from "#app/domain/selection/matching/applications.ts";
import { holdersOf, type Holdings, type MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { peopleIn, namedBy } from "#app/domain/selection/matching/preferences.ts";
import { preferredTracks } from "#app/domain/selection/matching/rejections.ts";
import { chooseRanks } from "#app/domain/selection/matching/track-seats.ts";

export type Pair = { readonly person: number; readonly track: number };

export type Stability = {
  /** The person wants the track more than the seat they hold, and the track would choose them beside its holders. */
  readonly blocking: readonly Pair[];
  /** Holders whom the track would not choose from its holders, or who did not name it. */
  readonly notKept: readonly Pair[];
};

/**
 * Whether a result is stable with respect to the tracks' choice functions (B0 to B4): both lists are empty exactly then.
 * People and pairs come track by track, by person number. Source: Hatfield and Milgrom 2005; SELECTION B7.
 */
export function blockingPairs(input: MatchingInput, holdings: Holdings): Stability {
  const wanting = wantingPeople(input, holdings);
  const blocking: Pair[] = [];
  const notKept: Pair[] = [];
  for (const [track, { rule, pool }] of input.tracks.entries()) {
    const rankOf = new Map(Array.from(pool.order, (person, rank) => [person, rank]));
    const keep = chooseRanks(rule, pool);
    const ranksOf = (people: readonly number[]): readonly number[] =>
      people.flatMap((person) => rankOf.get(person) ?? []);

    const holders = holdersOf(holdings, track);
    const held = ranksOf(holders);
    const kept = new Set(Array.from(keep(ascending(held)), (rank) => pool.order[rank]));
    for (const person of holders) {
      const named = namedBy(input.preferences, person).includes(track);
      if (!named || !kept.has(person)) notKept.push({ person, track });
    }
    const wanted = wanting[track]?.filter((person) => rankOf.has(person)) ?? [];
    // A track that chooses its holders from everybody chooses them from fewer people too (path independence).
    if (keep(ascending([...held, ...ranksOf(wanted)])).join() === ascending(held).join()) continue;
    for (const person of wanted) {
      const [rank = notAcceptable] = ranksOf([person]);
      if (keep(ascending([...held, rank])).includes(rank)) blocking.push({ person, track });
    }
  }
  return { blocking, notKept };
}

/** By track: the people who named it before what they hold. */
function wantingPeople({ tracks, preferences }: MatchingInput, holdings: Holdings): readonly number[][] {
  const wanting = tracks.map((): number[] => []);
  for (let person = 0; person < peopleIn(preferences); person += 1) {
    for (const track of preferredTracks({ preferences, holdings, person })) wanting[track]?.push(person);
  }
  return wanting;
}

function ascending(ranks: readonly number[]): Uint32Array {
  return Uint32Array.from(ranks).sort();
}

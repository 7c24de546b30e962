import { done, refuse, type Result } from "#app/domain/result.ts";

/**
 * Who named which tracks, in flat arrays so that a million people fit: the list of person p is
 * `tracks[starts[p]]` … `tracks[starts[p + 1] - 1]`, best first, as track numbers from 0. An empty list names no track.
 */
export type Preferences = {
  /** One more than people; begins with 0 and never falls. */
  readonly starts: Uint32Array;
  readonly tracks: Uint32Array;
};

export type PreferenceRefusal = {
  readonly reason: "unknown_track" | "track_named_twice";
  readonly person: number;
  /** The id as written. */
  readonly track: string;
};

/**
 * Lists of track ids as track numbers. Refuses an id that is not among `trackIds` and a track named twice by one person.
 * Source: SELECTION B7.
 */
export function preferencesFrom(
  lists: readonly (readonly string[])[],
  trackIds: readonly string[],
): Result<Preferences, PreferenceRefusal> {
  const numberOf = new Map(trackIds.map((id, index) => [id, index]));
  const starts = new Uint32Array(lists.length + 1);
  const tracks: number[] = [];
  for (const [person, list] of lists.entries()) {
    const own = new Set<number>();
    for (const track of list) {
      const index = numberOf.get(track);
      if (index === undefined) return refuse({ reason: "unknown_track", person, track });
      if (own.has(index)) return refuse({ reason: "track_named_twice", person, track });
      own.add(index);
      tracks.push(index);
    }
    starts[person + 1] = tracks.length;
  }
  return done({ starts, tracks: Uint32Array.from(tracks) });
}

/** How many people the lists are of. */
export function peopleIn({ starts }: Preferences): number {
  return starts.length - 1;
}

/** The tracks that one person named, best first, as track numbers; nothing for a person who is not there. */
export function namedBy({ starts, tracks }: Preferences, person: number): Uint32Array {
  return tracks.subarray(starts[person], starts[person + 1]);
}

/** The lists with some of them replaced; `listOf` answers the list that a person has from now on. */
export function relisted(
  preferences: Preferences,
  listOf: (person: number, list: Uint32Array) => Uint32Array,
): Preferences {
  const people = peopleIn(preferences);
  const starts = new Uint32Array(people + 1);
  const tracks = new Uint32Array(preferences.tracks.length);
  let length = 0;
  for (let person = 0; person < people; person += 1) {
    const list = listOf(person, namedBy(preferences, person));
    tracks.set(list, length);
    length += list.length;
    starts[person + 1] = length;
  }
  return { starts, tracks: tracks.subarray(0, length) };
}

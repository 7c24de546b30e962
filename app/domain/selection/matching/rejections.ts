import type { Holdings, Matching, MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { namedBy } from "#app/domain/selection/matching/preferences.ts";

/**
 * A track that a person wanted more than the one they hold. `track_full`: it chose others; `last` is the last of them in its
 * merit order (null when it has no seat to give), and `lastOpen` the last who holds an open seat.
 */
export type Rejection =
  | { readonly kind: "not_acceptable"; readonly track: number }
  | {
      readonly kind: "track_full";
      readonly track: number;
      readonly last: number | null;
      readonly lastOpen: number | null;
    };

type Asked = { readonly input: MatchingInput; readonly matching: Matching; readonly person: number };

/** The tracks that one person wanted more than the one they hold, best first, and why each did not take them (SELECTION B9). */
export function rejectionsOf({ input, matching, person }: Asked): readonly Rejection[] {
  return preferredTracks({ ...input, holdings: matching.holdings, person }).map((track) => {
    if (!input.tracks[track]?.pool.order.includes(person)) return { kind: "not_acceptable", track };
    const choice = matching.choices[track];
    const open = choice?.chosen.filter((_, place) => choice.seats[place]?.kind === "open");
    return { kind: "track_full", track, last: choice?.chosen.at(-1) ?? null, lastOpen: open?.at(-1) ?? null };
  });
}

type Holder = Pick<MatchingInput, "preferences"> & { readonly holdings: Holdings; readonly person: number };

/** The tracks that a person named before the one they hold, best first; all of them when they hold none. */
export function preferredTracks({ preferences, holdings, person }: Holder): readonly number[] {
  const named = [...namedBy(preferences, person)];
  const held = named.indexOf(holdings[person] ?? -1);
  return held < 0 ? named : named.slice(0, held);
}

import { done, refuse, type Result } from "#app/domain/result.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { applyInRounds } from "#app/domain/selection/matching/apply-in-rounds.ts";
import type {
  Matching,
  MatchingInput,
  MatchingRefusal,
  MatchingTrack,
} from "#app/domain/selection/matching/matching.ts";
import { chooseRanks, cutOffSeats, ruleSeats, type TrackSeats } from "#app/domain/selection/matching/track-seats.ts";

/**
 * Gives the seats of several tracks by deferred acceptance, each track choosing by its own rule (B0 to B4) and merit order.
 * The result is stable and the best for all applicants at once; a true list is each person's best, and naming more tracks
 * never hurts. It depends on the input's content only, not on the order of people or tracks.
 * Refuses overlapping bounds (B5) inside a track and a track number that does not exist.
 * Source: Gale and Shapley 1962; Hatfield and Milgrom 2005; SELECTION B7.
 */
export function deferredAcceptance(input: MatchingInput): Result<Matching, MatchingRefusal> {
  const refusal = refusalOf(input);
  if (refusal) return refuse(refusal);
  const { holdings, applied, rounds } = applyInRounds(input, input.tracks.map(seatsOf));
  const choices = input.tracks.map(({ rule, pool }, track) => {
    const order = pool.order.filter((_, rank) => applied[track]?.[rank] === 1);
    return choose(rule, { ...pool, order });
  });
  return done({ holdings, choices, rounds });
}

/** Why a matching cannot be made of this input; null when it can. */
export function refusalOf({ tracks, preferences }: MatchingInput): MatchingRefusal | null {
  const overlapping = tracks.find(({ rule }) => rule.kind === "overlapping_bounds");
  if (overlapping) return { reason: "overlapping_bounds_with_preferences", track: overlapping.id };
  const slot = preferences.tracks.findIndex((track) => track >= tracks.length);
  if (slot < 0) return null;
  return { reason: "unknown_track", person: preferences.starts.findIndex((start) => start > slot) - 1 };
}

function seatsOf({ rule, pool }: MatchingTrack): TrackSeats {
  if (rule.kind === "cut_off") return cutOffSeats(rule.seats, pool.order.length);
  return ruleSeats(chooseRanks(rule, pool));
}

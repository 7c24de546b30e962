import { done, refuse, type Result } from "#app/domain/result.ts";
import { applyInRounds } from "#app/domain/selection/matching/apply-in-rounds.ts";
import { refusalOf } from "#app/domain/selection/matching/deferred-acceptance.ts";
import {
  holdersOf,
  noTrack,
  type Holdings,
  type MatchingRefusal,
  type MatchingTrack,
} from "#app/domain/selection/matching/matching.ts";
import { relisted } from "#app/domain/selection/matching/preferences.ts";
import { chooseRanks, ruleSeats } from "#app/domain/selection/matching/track-seats.ts";
import { changesBetween, withoutLeavers, type Change } from "#app/domain/selection/refill/changes.ts";
import { keepHolders } from "#app/domain/selection/refill/keep-holders.ts";
import { matchingWithout, type MatchingToRefill } from "#app/domain/selection/refill/refill-matching.ts";

export type FrozenRefilled = { readonly holdings: Holdings; readonly changes: readonly Change[] };

/**
 * `frozen`: whoever holds a seat and has not left keeps exactly that seat; a free seat goes to the track's own waiting list,
 * that is to people who named the track and hold nothing, by the track's rule with its holders fixed. Who waits for several
 * tracks with free seats gets the one they named first among those that take them. No track goes beyond its seats by this.
 * Refuses what `deferredAcceptance` refuses. Source: Blum, Roth and Rothblum 1997; SELECTION C4.
 */
export function refillFrozen({ input, holdings, leavers }: MatchingToRefill): Result<FrozenRefilled, MatchingRefusal> {
  const refusal = refusalOf(input);
  if (refusal) return refuse(refusal);
  const fixed = withoutLeavers(holdings, leavers);
  const tracks = input.tracks.map((track, index) => withHolders(track, holdersOf(fixed, index)));
  const { preferences } = matchingWithout(input, leavers);
  const waiting = relisted(preferences, (person, list) => (fixed[person] === noTrack ? list : list.subarray(0, 0)));
  const { holdings: given } = applyInRounds(
    { tracks, preferences: waiting },
    tracks.map(({ rule, pool, heldRanks }) => ruleSeats(keepHolders(chooseRanks(rule, pool), heldRanks))),
  );
  const after = fixed.map((track, person) => (track === noTrack ? (given[person] ?? noTrack) : track));
  return done({ holdings: after, changes: changesBetween(holdings, after) });
}

/** A holder whom a correction took out of the order still counts against the seats: they stand at its end. */
function withHolders(track: MatchingTrack, holders: readonly number[]): MatchingTrack & { heldRanks: Uint32Array } {
  const acceptable = new Set(track.pool.order);
  const order = Uint32Array.from([...track.pool.order, ...holders.filter((person) => !acceptable.has(person))]);
  const fixed = new Set(holders);
  const heldRanks = Uint32Array.from(order.keys()).filter((rank) => fixed.has(order[rank] ?? noTrack));
  return { ...track, pool: { ...track.pool, order }, heldRanks };
}

import type { MatchingInput, MatchingTrack } from "#app/domain/selection/matching/matching.ts";

/** A cohort without tracks as a matching with one: everybody of the pool names it, so it gives exactly the rule's choice. */
export function singleTrack(track: MatchingTrack): MatchingInput {
  const { order, masks } = track.pool;
  const inPool = new Set(order);
  const starts = new Uint32Array(masks.length + 1);
  let named = 0;
  for (const person of masks.keys()) {
    if (inPool.has(person)) named += 1;
    starts[person + 1] = named;
  }
  return { tracks: [track], preferences: { starts, tracks: new Uint32Array(named) } };
}

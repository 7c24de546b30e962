import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** The seats of one track while people apply. People are named by their rank in the track's order (0 = best). */
export type TrackSeats = {
  /** Takes an application; answers the rank of who is rejected for it at once, or `nobody`. */
  readonly apply: (rank: number) => number;
  /** Ends a round: the ranks of those who applied or held a seat and are rejected now. */
  readonly endRound: () => readonly number[];
};

export const nobody = -1;

/** B0: the best `seats` of those who applied, in a heap whose top is the worst who holds a seat; O(log seats) each. */
export function cutOffSeats(seats: number, people: number): TrackSeats {
  const heap = new Uint32Array(Math.min(seats, people));
  let held = 0;

  function apply(rank: number): number {
    if (held < heap.length) {
      rise(heap, held, rank);
      held += 1;
      return nobody;
    }
    const worst = heap[0] ?? -1;
    if (rank > worst) return rank;
    sink(heap, rank);
    return worst;
  }
  return { apply, endRound: () => [] };
}

/** Puts a rank at a free end of the heap and lifts it while it is worse than its parent. */
function rise(heap: Uint32Array, free: number, rank: number): void {
  let at = free;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above > rank) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = rank;
}

/** Replaces the top and lowers the new rank while a child is worse. */
function sink(heap: Uint32Array, rank: number): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    // Beyond the end there is nothing, which is never worse.
    const worse = (heap[child + 1] ?? 0) > (heap[child] ?? 0) ? child + 1 : child;
    const below = heap[worse] ?? 0;
    if (below < rank) break;
    heap[at] = below;
    at = worse;
  }
  heap[at] = rank;
}

/** Which of these people, named by rank and given best first, a track keeps; the answer is ascending by rank. */
export type KeepRanks = (ranks: Uint32Array) => Uint32Array;

/** Any rule: at the end of a round it chooses anew from those who hold a seat and those who applied. */
export function ruleSeats(keep: KeepRanks): TrackSeats {
  let held = new Uint32Array(0);
  let applied: number[] = [];

  function apply(rank: number): number {
    applied.push(rank);
    return nobody;
  }
  function endRound(): readonly number[] {
    if (applied.length === 0) return [];
    const all = new Uint32Array(held.length + applied.length);
    all.set(held);
    all.set(applied, held.length);
    all.sort();
    applied = [];
    held = Uint32Array.from(keep(all));
    return missingFrom(held, all);
  }
  return { apply, endRound };
}

/** The ranks of `all` that are not in `kept`; both ascending. */
function missingFrom(kept: Uint32Array, all: Uint32Array): readonly number[] {
  const missing: number[] = [];
  let next = 0;
  for (const rank of all) {
    if (kept[next] === rank) next += 1;
    else missing.push(rank);
  }
  return missing;
}

/** The rule's choice among people of a pool who are named by their ranks, at the cost of those people only. */
export function chooseRanks(rule: ChoiceRule, pool: Pool): KeepRanks {
  return (ranks) => {
    const masks = Uint32Array.from(ranks, (rank) => pool.masks[pool.order[rank] ?? 0] ?? 0);
    const order = Uint32Array.from(ranks.keys());
    const { chosen } = choose(rule, { order, masks, groupNames: pool.groupNames });
    return Uint32Array.from(chosen, (place) => ranks[place] ?? 0).sort();
  };
}

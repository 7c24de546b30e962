import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import type { Nesting } from "#app/domain/selection/choice/nesting.ts";

/** Bounds by node of a nesting; the root has none. No maximum = Infinity. */
export type NodeBounds = { readonly min: number[]; readonly max: number[] };

/** A rule's bounds by node, where the nodes are the places of its groups. */
export function nodeBounds(bounds: readonly GroupBounds[]): NodeBounds {
  return { min: bounds.map(({ min }) => min), max: bounds.map(({ max }) => max ?? Infinity) };
}

/** By node, the root last: people already chosen inside it, and people still to come whose smallest group it is. */
export type NodeState = { readonly chosen: readonly number[]; readonly coming: readonly number[] };

/** What people still to come can do for minima that are not met yet, under the ceilings. */
export type Outlook = {
  /** How many of them there is room for. */
  readonly room: number;
  /** What the minima lack, summed, once the best `more` of them are chosen; `more` is at most `room`. */
  shortfallAfter(more: number): number;
};

/**
 * Looks ahead from a state of the choice: how many more people fit under the maxima, and how small the sum of unmet
 * minima can still become. A person counts for every group around, so one person lowers the sum by as many groups as
 * still lack somebody. Node by node, inner groups first, `gains[k]` = how many more people can each lower the sum by k:
 * an own minimum adds 1 for as many people as are missing, the most useful first; an own maximum leaves the least
 * useful out. These counts say all because the sum, as a function of how many people the group takes, is convex. The
 * sum is Infinity where a maximum is already exceeded. With a sum of 0 it is the test need ≤ cap of SELECTION B2;
 * source: Murota 2003, SELECTION B2, B6.
 */
export function outlook(nesting: Nesting, bounds: NodeBounds, { chosen, coming }: NodeState): Outlook {
  const root = nesting.parents.length;
  const gains = coming.map((people) => [people]);
  let missing = 0;
  for (const node of nesting.inwardFirst) {
    const own = gains[node] as number[];
    const lacking = Math.max(0, (bounds.min[node] as number) - (chosen[node] as number));
    const space = (bounds.max[node] as number) - (chosen[node] as number);
    missing += space < 0 ? Infinity : lacking;
    raise(own, lacking);
    shorten(own, Math.max(0, space));
    add(gains[nesting.parents[node] as number] as number[], own);
  }
  const all = gains[root] as readonly number[];
  return {
    room: sum(all),
    shortfallAfter(more) {
      let left = more;
      return all.reduceRight((short, people, gain) => {
        const used = Math.min(people, left);
        left -= used;
        return short - used * gain;
      }, missing);
    },
  };
}

/** The most useful `people` are worth one more. */
function raise(gains: number[], people: number): void {
  let left = people;
  gains.push(0);
  for (let gain = gains.length - 2; gain >= 0; gain--) {
    const moved = Math.min(left, gains[gain] as number);
    gains[gain] = (gains[gain] as number) - moved;
    gains[gain + 1] = (gains[gain + 1] as number) + moved;
    left -= moved;
  }
}

/** Only the most useful `people` remain. */
function shorten(gains: number[], people: number): void {
  let left = people;
  for (let gain = gains.length - 1; gain >= 0; gain--) {
    gains[gain] = Math.min(left, gains[gain] as number);
    left -= gains[gain] as number;
  }
}

function add(to: number[], from: readonly number[]): void {
  from.forEach((people, gain) => {
    to[gain] = (to[gain] ?? 0) + people;
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

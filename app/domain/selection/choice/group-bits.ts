import type { Pool } from "./pool.ts";

/**
 * The bit that stands for a group in a person's mask: 1, 2, 4 … 2³⁰. Refuses, with a RangeError, a name the pool does not
 * know: a rule is validated before people are chosen by it. SELECTION B.
 */
export function groupBit(pool: Pool, group: string): number {
  const place = pool.groupNames.indexOf(group);
  if (place < 0) throw new RangeError(`the rule names the group "${group}", which the pool does not know`);
  return 1 << place;
}

/** The place of the lowest bit that is set: 0 to 30. `mask` is not 0. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** How many people of the order belong to each group, by the group's place in `groupNames`. */
export function countMembers({ order, masks, groupNames }: Pool): readonly number[] {
  const counts = groupNames.map(() => 0);
  for (const person of order) {
    for (let left = masks[person] as number; left !== 0; left &= left - 1) {
      (counts[lowestBit(left)] as number)++;
    }
  }
  return counts;
}

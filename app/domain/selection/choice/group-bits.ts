import type { Pool } from "#app/domain/selection/choice/pool.ts";

/**
 * The bit that stands for a group in a person's mask: 1, 2, 4 … 2³⁰. Refuses, with a RangeError, a name the pool does
 * not know: a rule is validated before people are chosen by it. SELECTION B.
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

/** The places of the bits that are set, ascending. */
export function placesOf(mask: number): readonly number[] {
  const places: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) places.push(lowestBit(left));
  return places;
}

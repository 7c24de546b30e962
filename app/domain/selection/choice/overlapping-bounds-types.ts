import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import { groupBit } from "#app/domain/selection/choice/group-bits.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** People who belong to the same bounded groups are of one type: nothing but merit tells them apart (at most 2^groups types). */
export type PersonTypes = {
  /** By person number; of people outside the order it says nothing. */
  readonly typeOf: Uint32Array;
  /** Of each type, how many are in the order. */
  readonly available: readonly number[];
  /** Of each bounded group, the types that belong to it. */
  readonly members: readonly (readonly number[])[];
};

/** The types of the people in the order, numbered as they first appear. */
export function typesOf(bounds: readonly GroupBounds[], pool: Pool): PersonTypes {
  const bits = bounds.map(({ group }) => groupBit(pool, group));
  const bounded = bits.reduce((all, bit) => all | bit, 0);
  const typeOf = new Uint32Array(pool.masks.length);
  const types: number[] = [];
  const available: number[] = [];
  for (const person of pool.order) {
    const groups = (pool.masks[person] as number) & bounded;
    const known = types.indexOf(groups);
    const type = known < 0 ? types.push(groups) - 1 : known;
    typeOf[person] = type;
    available[type] = (available[type] ?? 0) + 1;
  }
  const members = bits.map((bit) => types.flatMap((groups, type) => ((groups & bit) === 0 ? [] : [type])));
  return { typeOf, available, members };
}

/** How many of each type are among `people`, who all belong to the order. */
export function countByType({ typeOf, available }: PersonTypes, people: Iterable<number>): readonly number[] {
  const counts = available.map(() => 0);
  for (const person of people) (counts[typeOf[person] as number] as number) += 1;
  return counts;
}

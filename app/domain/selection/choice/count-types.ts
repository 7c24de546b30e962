import { placesOf } from "#app/domain/selection/choice/group-bits.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** Up to so many groups a table of all types is small enough to count in directly. */
const mostGroupsInTable = 16;

/**
 * How many people of the order have each type: a type is the whole of a person's groups, as a mask. One reading of the
 * order, whatever the number of groups. SELECTION B5 (types).
 */
export function countTypes({ order, masks, groupNames }: Pool): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  if (groupNames.length > mostGroupsInTable) {
    for (const person of order) {
      const type = masks[person] as number;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
  }
  const table = new Uint32Array(1 << groupNames.length);
  for (const person of order) {
    const type = masks[person] as number;
    table[type] = (table[type] as number) + 1;
  }
  table.forEach((count, type) => {
    if (count > 0) counts.set(type, count);
  });
  return counts;
}

/** How many people of the order belong to each group, by the group's place in `groupNames`. */
export function countMembers(pool: Pool): readonly number[] {
  const members = pool.groupNames.map(() => 0);
  for (const [type, count] of countTypes(pool)) {
    for (const place of placesOf(type)) members[place] = (members[place] as number) + count;
  }
  return members;
}

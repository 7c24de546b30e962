import fc from "fast-check";
import type { GroupBounds, OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

export type OverlappingInstance = { readonly rule: OverlappingBoundsRule; readonly pool: Pool };

/** Up to 8 eligible people in any order, up to 4 groups that overlap as they like, often more seats or minima than people. */
export const overlappingInstances: fc.Arbitrary<OverlappingInstance> = fc
  .record({
    groups: fc.integer({ min: 0, max: 4 }),
    people: fc.array(
      fc.record({ mask: fc.nat(15), merit: fc.nat(1_000_000), eligible: fc.integer({ min: 0, max: 9 }) }),
      {
        maxLength: 8,
      },
    ),
    seats: fc.nat(9),
    bounds: fc.array(fc.record({ min: fc.nat(4), max: fc.option(fc.nat(5)) }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ groups, people, seats, bounds }) => {
    const groupNames = ["A", "B", "C", "D"].slice(0, groups);
    const eligible = [...people.keys()].filter((person) => people[person]!.eligible > 0);
    const order = eligible.sort((a, b) => people[a]!.merit - people[b]!.merit || a - b);
    return {
      rule: {
        kind: "overlapping_bounds",
        seats,
        bounds: groupNames.map((group, at) => ({ group, ...bounds[at]! })).reverse(),
      },
      pool: {
        order: Uint32Array.from(order),
        groupNames,
        masks: Uint32Array.from(people, ({ mask }) => mask & (2 ** groups - 1)),
      },
    };
  });

/** People in merit order by the groups they are in. */
export function poolOf(groupNames: readonly string[], people: readonly string[]): Pool {
  return {
    groupNames,
    order: Uint32Array.from(people.keys()),
    masks: Uint32Array.from(people, (groups) =>
      groupNames.reduce((mask, name, bit) => mask + (groups.includes(name) ? 2 ** bit : 0), 0),
    ),
  };
}

export function overlappingRule(seats: number, bounds: readonly (readonly [string, number, number | null])[]) {
  return {
    kind: "overlapping_bounds",
    seats,
    bounds: bounds.map(([group, min, max]) => ({ group, min, max })),
  } satisfies OverlappingBoundsRule;
}

/** Every set of eligible people, best first inside; sets of one size stand in order of merit. */
export function everySet({ order }: Pool): readonly (readonly number[])[] {
  const grow = ([first, ...rest]: readonly number[]): readonly (readonly number[])[] => {
    if (first === undefined) return [[]];
    const without = grow(rest);
    return [...without.map((set) => [first, ...set]), ...without];
  };
  return grow([...order]);
}

export function inGroup({ groupNames, masks }: Pool, set: readonly number[], group: string): number {
  return set.filter((person) => Math.floor(masks[person]! / 2 ** groupNames.indexOf(group)) % 2 === 1).length;
}

export function keepsBounds(pool: Pool, set: readonly number[], bounds: readonly GroupBounds[]): boolean {
  return bounds.every(({ group, min, max }) => {
    const inside = inGroup(pool, set, group);
    return inside >= min && (max === null || inside <= max);
  });
}

type Wanted = { readonly incumbents?: readonly number[]; readonly groupPriority?: readonly string[] };

/** B5 by trying every set: the best that keeps the bounds, or undefined. */
export function bestKeepingBounds(
  { rule, pool }: OverlappingInstance,
  { incumbents = [] }: Wanted = {},
): readonly number[] | undefined {
  const size = Math.min(rule.seats, pool.order.length);
  return everySet(pool).find(
    (set) =>
      set.length === size && incumbents.every((person) => set.includes(person)) && keepsBounds(pool, set, rule.bounds),
  );
}

/** B6 by trying every set: maxima hold, most seats, least shortfall (or group after group), then merit. */
export function bestFallback(
  { rule, pool }: OverlappingInstance,
  { incumbents = [], groupPriority = [] }: Wanted = {},
): readonly number[] {
  const seats = Math.max(rule.seats, incumbents.length);
  const allowed = everySet(pool).filter(
    (set) =>
      set.length <= seats &&
      incumbents.every((person) => set.includes(person)) &&
      rule.bounds.every(
        ({ group, max }) =>
          max === null || inGroup(pool, set, group) <= Math.max(max, inGroup(pool, incumbents, group)),
      ),
  );
  const shortfall = (set: readonly number[], groups: readonly GroupBounds[]) =>
    groups.reduce((sum, { group, min }) => sum + Math.max(0, min - inGroup(pool, set, group)), 0);
  const goals = [
    (set: readonly number[]) => -set.length,
    ...groupPriority.map(
      (name) => (set: readonly number[]) =>
        shortfall(
          set,
          rule.bounds.filter(({ group }) => group === name),
        ),
    ),
    (set: readonly number[]) => shortfall(set, rule.bounds),
  ];
  let left = allowed;
  for (const goal of goals) {
    const least = Math.min(...left.map(goal));
    left = left.filter((set) => goal(set) === least);
  }
  return left[0]!;
}

import type { GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** All sets of `size` of the people, each in their order; the lexicographically best first. */
export function subsets(people: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return people.flatMap((first, index) => subsets(people.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

export function belongs(pool: Pool, person: number, group: string): boolean {
  return ((pool.masks[person]! >> pool.groupNames.indexOf(group)) & 1) === 1;
}

export function membersOf(pool: Pool, people: readonly number[], group: string): readonly number[] {
  return people.filter((person) => belongs(pool, person, group));
}

/**
 * The most guaranteed seats that these people can fill, by trying every way: each takes no seat, or one of a group of
 * theirs.
 */
export function mostSeatsFilled(pool: Pool, people: readonly number[], guaranteed: readonly GuaranteedSeats[]): number {
  const [person, ...rest] = people;
  if (person === undefined) return 0;
  const without = mostSeatsFilled(pool, rest, guaranteed);
  const ways = guaranteed.flatMap((each, index) =>
    each.seats > 0 && belongs(pool, person, each.group)
      ? [1 + mostSeatsFilled(pool, rest, guaranteed.with(index, { ...each, seats: each.seats - 1 }))]
      : [],
  );
  return Math.max(without, ...ways);
}

/**
 * B1 by its definition: of all sets of the right size that fill the most guaranteed seats, the lexicographically best.
 */
export function bestWithGuarantees(
  pool: Pool,
  rule: { readonly seats: number; readonly guaranteed: readonly GuaranteedSeats[] },
): readonly number[] {
  const all = subsets([...pool.order], Math.min(rule.seats, pool.order.length));
  const filled = all.map((set) => mostSeatsFilled(pool, set, rule.guaranteed));
  return all[filled.indexOf(Math.max(...filled))]!;
}

import { choose } from "#app/domain/selection/choice/choose.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool, SeatGiven } from "#app/domain/selection/choice/pool.ts";
import { groupBy } from "#app/domain/selection/refill/group-by.ts";
import { poolWithout } from "#app/domain/selection/refill/refill.ts";
import { groupsOf } from "#app/domain/selection/choice/rule-groups.ts";

export type Waiting = { readonly person: number; readonly groups: readonly string[] };

/** What happens when one of the people who hold this kind of seat and belong to exactly these groups leaves. */
export type NextForSeat = {
  readonly seat: SeatGiven;
  readonly groups: readonly string[];
  /** People who hold such a seat now, best first. */
  readonly holders: readonly number[];
  /** Who gets a seat then; null when nobody does. */
  readonly next: number | null;
};

export type WhoIsNext = { readonly waiting: readonly Waiting[]; readonly seats: readonly NextForSeat[] };

/**
 * The waiting list by merit with the groups that the rule reads, and, because guarantees leave no single queue, who is next for
 * each kind of seat that may fall free: the rule applied without one of its holders. The table holds for one seat; after that
 * it is made anew. `pool` holds everybody who has not left; for one track of a matching its holders and its waiting list.
 * Refuses what `choose` refuses (RangeError). Source: SELECTION C2.
 */
export function whoIsNext(rule: ChoiceRule, pool: Pool): WhoIsNext {
  const names = groupsOf(rule);
  const tagsOf = (person: number): readonly string[] =>
    names.filter((name) => ((pool.masks[person] ?? 0) & (1 << pool.groupNames.indexOf(name))) !== 0);
  const { chosen, seats } = choose(rule, pool);
  const isChosen = new Set(chosen);

  // What a leaver frees is decided by the seat and the groups alone, so one holder of each kind is enough to try.
  const held = Array.from(chosen, (person, place) => ({ person, seat: seats[place] as SeatGiven }));
  const kinds = groupBy(held, ({ person, seat }) => JSON.stringify([seat, tagsOf(person)]));
  const table = Array.from(kinds.values(), (holders): NextForSeat => {
    const { person: leaver, seat } = holders[0] as (typeof held)[number];
    const after = choose(rule, poolWithout(pool, new Set([leaver]))).chosen;
    const next = after.find((person) => !isChosen.has(person)) ?? null;
    return { seat, groups: tagsOf(leaver), holders: holders.map(({ person }) => person), next };
  });
  const waiting = [...pool.order].filter((person) => !isChosen.has(person));
  return { waiting: waiting.map((person) => ({ person, groups: tagsOf(person) })), seats: table };
}

import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice, Pool } from "#app/domain/selection/choice/pool.ts";

export type ToRefill = {
  readonly rule: ChoiceRule;
  readonly pool: Pool;
  /** Everybody who declined, did not come or was disqualified, earlier or now. */
  readonly leavers: ReadonlySet<number>;
  /** Those of them whose seats were refilled before. */
  readonly earlier?: ReadonlySet<number>;
  /** Needed for overlapping bounds only. */
  readonly expert?: { readonly solver: IntegerSolver };
};

export type Refilled = {
  readonly choice: Choice;
  /** Chosen now and not before; best first. */
  readonly added: readonly number[];
  /** Chosen before, stayed, and not chosen now: nobody with B0 to B4. */
  readonly displaced: readonly number[];
};

/**
 * The seats after some people left: the rule applied to everybody else, so that only the set of leavers matters and never the
 * order in which they left. Leavers who held no seat, or stand in no pool, change nothing.
 * Refuses what `choose` refuses (RangeError). Source: Aizerman and Malishevski 1981; SELECTION C1.
 */
export function refill({ rule, pool, leavers, earlier = new Set(), expert }: ToRefill): Refilled {
  const before = choose(rule, poolWithout(pool, earlier), expert).chosen;
  const choice = choose(rule, poolWithout(pool, new Set([...earlier, ...leavers])), expert);
  const was = new Set(before);
  const is = new Set(choice.chosen);
  return {
    choice,
    added: [...choice.chosen].filter((person) => !was.has(person)),
    displaced: [...before].filter((person) => !is.has(person) && !leavers.has(person)),
  };
}

/** The same people and order without some of them. */
export function poolWithout(pool: Pool, people: ReadonlySet<number>): Pool {
  return { ...pool, order: pool.order.filter((person) => !people.has(person)) };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { Choice } from "#app/domain/selection/choice/pool.ts";
import { instances } from "#tests/support/instances.ts";
import {
  bestKeepingBounds,
  keepsBounds,
  overlappingInstances,
  overlappingRule,
  poolOf,
  type OverlappingInstance,
} from "./overlapping-instances.ts";

function chosenFrom({ rule, pool }: OverlappingInstance): Choice {
  return choose(rule, pool, { solver: () => ({ status: "undecided" }) });
}

describe("what overlapping bounds do not promise", () => {
  test("somebody who declines can cost another person a seat", () => {
    // Seats 2, one of A and one of B at least. 0 (AB) lets 1 sit beside; without 0 the seats go to 2 (A) and 3 (B).
    const rule = overlappingRule(2, [["A", 1, null], ["B", 1, null]]); // prettier-ignore
    const pool = poolOf(["A", "B"], ["AB", "", "A", "B"]);
    expect([...chosenFrom({ rule, pool }).chosen]).toEqual([0, 1]);
    const after = { ...pool, order: pool.order.filter((person) => person !== 0) };
    expect([...chosenFrom({ rule, pool: after }).chosen]).toEqual([2, 3]);
  });

  test("the best set by merit need not be better place by place than every other", () => {
    // The best must contain 0 (A), and then 4 for B; {1, 2} also keeps the bounds and holds better places than 4.
    const rule = overlappingRule(2, [["A", 1, 1], ["B", 1, 1]]); // prettier-ignore
    const pool = poolOf(["A", "B"], ["A", "AB", "", "A", "B"]);
    expect([...chosenFrom({ rule, pool }).chosen]).toEqual([0, 4]);
    expect(keepsBounds(pool, [1, 2], rule.bounds)).toBe(true);
  });

  test("but somebody not chosen can leave and nothing changes, while the rule is met", () => {
    fc.assert(
      fc.property(overlappingInstances, (instance) => {
        const { rule, pool } = instance;
        const { chosen } = chosenFrom(instance);
        fc.pre(bestKeepingBounds(instance) !== undefined);
        for (const person of pool.order.filter((each) => !chosen.includes(each))) {
          const without = { ...pool, order: pool.order.filter((each) => each !== person) };
          expect(chosenFrom({ rule, pool: without }).chosen).toEqual(chosen);
        }
      }),
      { numRuns: instances },
    );
  }, 120_000);
});

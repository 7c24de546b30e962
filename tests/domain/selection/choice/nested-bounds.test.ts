import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GroupBounds, NestedBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { chooseWithinNestedBounds } from "#app/domain/selection/choice/nested-bounds.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { instances } from "#tests/support/instances.ts";
import { nestedInstances } from "./arbitrary-choice.ts";
import { membersOf, subsets } from "./enumerate.ts";
import { poolByMerit } from "./pool-by-merit.ts";

function keeps(pool: Pool, set: readonly number[], bounds: readonly GroupBounds[]): boolean {
  return bounds.every(({ group, min, max }) => {
    const count = membersOf(pool, set, group).length;
    return count >= min && count <= (max ?? count);
  });
}

function shortfall(pool: Pool, set: readonly number[], bounds: readonly GroupBounds[]): number {
  return bounds.reduce((sum, { group, min }) => sum + Math.max(0, min - membersOf(pool, set, group).length), 0);
}

/** B2 and its fallback by their definition, from all sets of people. */
function bestWithinBounds(pool: Pool, { seats, bounds }: NestedBoundsRule): readonly number[] {
  const ceilings = bounds.map((bound) => ({ ...bound, min: 0 }));
  for (let size = Math.min(seats, pool.order.length); size > 0; size--) {
    const sets = subsets([...pool.order], size).filter((set) => keeps(pool, set, ceilings));
    const lacking = sets.map((set) => shortfall(pool, set, bounds));
    if (sets.length > 0) return sets[lacking.indexOf(Math.min(...lacking))]!;
  }
  return [];
}

function canHold(pool: Pool, seats: number, bounds: readonly GroupBounds[]): boolean {
  return subsets([...pool.order], Math.min(seats, pool.order.length)).some((set) => keeps(pool, set, bounds));
}

describe("bounds on nested groups", () => {
  test("are kept by the best set that keeps them, else by the best of the sets that come closest", () => {
    fc.assert(
      fc.property(nestedInstances, ({ rule, pool }) => {
        expect([...chooseWithinNestedBounds(rule, pool).chosen]).toEqual(bestWithinBounds(pool, rule));
      }),
      { numRuns: instances },
    );
  });

  test("that cannot hold together are named, and every one of those named is needed for the conflict", () => {
    fc.assert(
      fc.property(nestedInstances, ({ rule, pool }) => {
        const { shortages } = chooseWithinNestedBounds(rule, pool).report;
        const conflicts = shortages.filter((each) => each.kind === "conflict");
        expect(conflicts).toHaveLength(canHold(pool, rule.seats, rule.bounds) ? 0 : 1);
        for (const { minima, maxima } of conflicts) {
          const holdsWithout = (side: "min" | "max" | null, left: string) =>
            canHold(
              pool,
              rule.seats,
              rule.bounds.map(({ group, min, max }) => ({
                group,
                min: minima.includes(group) && !(side === "min" && left === group) ? min : 0,
                max: maxima.includes(group) && !(side === "max" && left === group) ? max : null,
              })),
            );
          expect(holdsWithout(null, "")).toBe(false);
          expect(minima.every((group) => holdsWithout("min", group))).toBe(true);
          expect(maxima.every((group) => holdsWithout("max", group))).toBe(true);
        }
      }),
      { numRuns: instances },
    );
  });

  test("are reported for each group: asked, there, chosen and short", () => {
    fc.assert(
      fc.property(nestedInstances, ({ rule, pool }) => {
        const { chosen, seats, report } = chooseWithinNestedBounds(rule, pool);
        expect(report.groups).toEqual(
          rule.bounds.map(({ group, min }) => {
            const filled = membersOf(pool, [...chosen], group).length;
            const available = membersOf(pool, [...pool.order], group).length;
            return { group, guaranteed: min, available, filled, short: Math.max(0, min - filled) };
          }),
        );
        expect([report.seats, report.filled]).toEqual([rule.seats, chosen.length]);
        expect(seats).toEqual([...chosen].map(() => ({ kind: "open" })));
        const people = pool.order.length;
        expect(report.shortages.filter(({ kind }) => kind === "too_few_people")).toEqual(
          people < rule.seats ? [{ kind: "too_few_people", seats: rule.seats, people }] : [],
        );
      }),
      { numRuns: instances },
    );
  });

  test("hold at every level: a region's minimum is filled by the institution that still lacks its own", () => {
    const pool = poolByMerit(
      ["region", "institution"],
      ["", "", "region", "region", "region institution", "region institution"],
    );
    const bounds = [
      { group: "region", min: 2, max: null },
      { group: "institution", min: 1, max: 1 },
    ];
    const { chosen } = chooseWithinNestedBounds({ kind: "nested_bounds", seats: 3, bounds }, pool);
    expect([...chosen]).toEqual([0, 2, 4]);
  });

  test("leave seats empty rather than exceed a maximum", () => {
    const pool = poolByMerit(["A", "B"], ["A", "B", "A", "B", "A"]);
    const bounds = [
      { group: "A", min: 2, max: 2 },
      { group: "B", min: 0, max: 1 },
    ];
    const { chosen, report } = chooseWithinNestedBounds({ kind: "nested_bounds", seats: 4, bounds }, pool);
    expect([...chosen]).toEqual([0, 1, 2]);
    expect(report.shortages).toEqual([{ kind: "conflict", minima: [], maxima: ["A", "B"] }]);
  });

  test("say which minimum a maximum around it makes impossible", () => {
    const pool = poolByMerit(["A", "B", "C"], ["A", "A B", "A B", "", "C", "C"]);
    const bounds = [
      { group: "C", min: 1, max: null },
      { group: "B", min: 2, max: 3 },
      { group: "A", min: 0, max: 1 },
    ];
    const { chosen, report } = chooseWithinNestedBounds({ kind: "nested_bounds", seats: 4, bounds }, pool);
    expect([...chosen]).toEqual([1, 3, 4, 5]);
    expect(report.shortages).toEqual([{ kind: "conflict", minima: ["B"], maxima: ["A"] }]);
  });

  test("are refused for groups that overlap without being nested, and for groups that the pool does not know", () => {
    const pool = poolByMerit(["A", "B"], ["A", "A B", "B"]);
    const bounds = [
      { group: "A", min: 0, max: 1 },
      { group: "B", min: 0, max: 1 },
    ];
    expect(() => chooseWithinNestedBounds({ kind: "nested_bounds", seats: 1, bounds }, pool)).toThrow(
      new RangeError('the groups "A" and "B" overlap without being nested'),
    );
    const unknown = { kind: "nested_bounds", seats: 1, bounds: [{ group: "X", min: 0, max: 1 }] } as const;
    expect(() => chooseWithinNestedBounds(unknown, pool)).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SetAsideRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { chooseWithSetAsides } from "#app/domain/selection/choice/set-aside.ts";
import { instances } from "#tests/support/instances.ts";
import { setAsideInstances } from "./arbitrary-choice.ts";
import { bestWithGuarantees, membersOf } from "./enumerate.ts";
import { poolByMerit } from "./pool-by-merit.ts";

/** B3 step by step, each step by trying every set. */
function stepByStep(rule: SetAsideRule, pool: Pool) {
  const open = bestWithGuarantees(pool, rule.open);
  let left = [...pool.order].filter((person) => !open.includes(person));
  const byCategory = rule.categories.map((category) => {
    const members = membersOf(pool, left, category.group);
    const own = bestWithGuarantees({ ...pool, order: Uint32Array.from(members) }, category);
    left = left.filter((person) => !own.includes(person));
    return own;
  });
  const seats = rule.categories.reduce((sum, category) => sum + category.seats, rule.open.seats);
  const empty = seats - open.length - byCategory.flat().length;
  return { open, byCategory, dereserved: rule.unfilled === "dereserve" ? left.slice(0, empty) : [], seats };
}

describe("set-asides over and above the open seats", () => {
  test("are filled from those who remain after the open seats, category by category", () => {
    fc.assert(
      fc.property(setAsideInstances, ({ rule, pool }) => {
        const { chosen, seats, report } = chooseWithSetAsides(rule, pool);
        const expected = stepByStep(rule, pool);
        const on = (kind: string) => [...chosen].filter((_, index) => kind.split(" ").includes(seats[index]!.kind));
        expect(on("open guaranteed")).toEqual(expected.open);
        expect(on("dereserved")).toEqual(expected.dereserved);
        rule.categories.forEach(({ group }, index) => {
          const own = [...chosen].filter((_, at) => {
            const seat = seats[at]!;
            return seat.kind === "set_aside" && seat.category === group;
          });
          expect(own).toEqual(expected.byCategory[index]);
        });
        const all = [...expected.open, ...expected.byCategory.flat(), ...expected.dereserved];
        expect([...chosen]).toEqual([...pool.order].filter((person) => all.includes(person)));
        expect([report.seats, report.filled]).toEqual([expected.seats, all.length]);
      }),
      { numRuns: instances },
    );
  });

  test("are given to nobody twice whatever the order of the categories", () => {
    fc.assert(
      fc.property(setAsideInstances, ({ rule, pool }) => {
        const turned = { ...rule, categories: rule.categories.toReversed() };
        expect(chooseWithSetAsides(turned, pool).chosen).toEqual(chooseWithSetAsides(rule, pool).chosen);
      }),
      { numRuns: instances },
    );
  });

  test("report the open guarantees, each category, and its own guarantees within it", () => {
    const pool = poolByMerit(["S", "T", "W"], ["", "S W", "S", "S", "W", "T"]);
    const rule: SetAsideRule = {
      kind: "set_aside",
      open: { seats: 2, guaranteed: [{ group: "W", seats: 1 }] },
      categories: [
        { group: "S", seats: 2, guaranteed: [{ group: "W", seats: 1 }] },
        { group: "T", seats: 2, guaranteed: [] },
      ],
      unfilled: "vacant",
    };
    const { chosen, seats, report } = chooseWithSetAsides(rule, pool);
    expect([...chosen]).toEqual([0, 1, 2, 3, 5]);
    expect(seats).toEqual([
      { kind: "open" },
      { kind: "guaranteed", group: "W" },
      { kind: "set_aside", category: "S", guaranteed: null },
      { kind: "set_aside", category: "S", guaranteed: null },
      { kind: "set_aside", category: "T", guaranteed: null },
    ]);
    expect(report).toEqual({
      seats: 6,
      filled: 5,
      groups: [
        { group: "W", guaranteed: 1, available: 2, filled: 1, short: 0 },
        { group: "S", guaranteed: 2, available: 2, filled: 2, short: 0 },
        { group: "W", guaranteed: 1, available: 0, filled: 0, short: 1, within: "S" },
        { group: "T", guaranteed: 2, available: 1, filled: 1, short: 1 },
      ],
      shortages: [
        { kind: "hall", groups: ["W"], people: 0, seats: 1, within: "S" },
        { kind: "too_few_people", seats: 2, people: 1, within: "T" },
      ],
    });
  });

  test("say once that there are fewer people than seats, and mark seats given back to everybody", () => {
    const pool = poolByMerit(["S"], ["", "", "S"]);
    const rule: SetAsideRule = {
      kind: "set_aside",
      open: { seats: 1, guaranteed: [] },
      categories: [{ group: "S", seats: 3, guaranteed: [{ group: "S", seats: 1 }] }],
      unfilled: "dereserve",
    };
    const { seats, report } = chooseWithSetAsides(rule, pool);
    expect(seats).toEqual([
      { kind: "open" },
      { kind: "dereserved" },
      { kind: "set_aside", category: "S", guaranteed: "S" },
    ]);
    expect(report.shortages).toEqual([
      { kind: "too_few_people", seats: 4, people: 3 },
      { kind: "too_few_people", seats: 3, people: 1, within: "S" },
    ]);
    const none = { ...rule, open: { seats: 5, guaranteed: [] }, categories: [] };
    expect(chooseWithSetAsides(none, pool).report.shortages).toEqual([{ kind: "too_few_people", seats: 5, people: 3 }]);
  });

  test("say which open guarantee could not be filled", () => {
    const rule: SetAsideRule = {
      kind: "set_aside",
      open: { seats: 2, guaranteed: [{ group: "W", seats: 2 }] },
      categories: [],
      unfilled: "vacant",
    };
    expect(chooseWithSetAsides(rule, poolByMerit(["W"], ["", "W", ""])).report.shortages).toEqual([
      { kind: "hall", groups: ["W"], people: 1, seats: 2 },
    ]);
  });

  test("are refused where somebody is in two categories", () => {
    const pool = poolByMerit(["S", "T"], ["S", "S T"]);
    const part = (group: string) => ({ group, seats: 1, guaranteed: [] });
    const rule: SetAsideRule = {
      kind: "set_aside",
      open: { seats: 0, guaranteed: [] },
      categories: [part("S"), part("T")],
      unfilled: "vacant",
    };
    expect(() => chooseWithSetAsides(rule, pool)).toThrow(
      new RangeError("a person belongs to two of the set-aside categories"),
    );
  });
});

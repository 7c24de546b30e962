import { describe, expect, test } from "vitest";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { poolByMerit } from "./pool-by-merit.ts";

function chosen(rule: ChoiceRule, pool: Pool): readonly number[] {
  return [...choose(rule, pool).chosen];
}

function upTo(count: number): readonly number[] {
  return [...Array(count).keys()];
}

/**
 * Rajesh Kumar Daria v. RPSC (Supreme Court of India, 2007) 8 SCC 785, paragraph 9: 19 posts, four of them for women.
 */
describe("the Daria judgment", () => {
  const rule: ChoiceRule = { kind: "guarantee", seats: 19, guaranteed: [{ group: "women", seats: 4 }] };
  const listed = (...women: readonly number[]) =>
    poolByMerit(
      ["women"],
      upTo(30).map((place) => (women.includes(place) ? "women" : "")),
    );

  test("leaves a list with four women as it is", () => {
    expect(chosen(rule, listed(2, 5, 11, 18, 20, 21))).toEqual(upTo(19));
  });

  test("adds the next two women to a list with two, and takes the two last who are not women off", () => {
    expect(chosen(rule, listed(3, 18, 22, 25, 26))).toEqual([...upTo(16), 18, 22, 25]);
  });

  test("deletes no woman from a list with more than four", () => {
    expect(chosen(rule, listed(0, 1, 2, 3, 4, 5, 6))).toEqual(upTo(19));
  });
});

/**
 * Saurav Yadav v. State of Uttar Pradesh (Supreme Court of India, 2020): open seats for women are open to women of
 * every category.
 */
test("a woman of a set-aside category takes the open seat for women, and leaves her category's to another", () => {
  const pool = poolByMerit(["OBC", "women"], ["", "", "OBC women", "women", "OBC", "OBC women"]);
  const rule: ChoiceRule = {
    kind: "set_aside",
    open: { seats: 2, guaranteed: [{ group: "women", seats: 1 }] },
    categories: [{ group: "OBC", seats: 1, guaranteed: [] }],
    unfilled: "vacant",
  };
  expect(chosen(rule, pool)).toEqual([0, 2, 4]);
});

/**
 * Dur, Kominers, Pathak & Sönmez 2018, Reserve design: half of the seats for the walk zone, before or after the open
 * ones.
 */
describe("the same numbers of seats in another order", () => {
  const pool = poolByMerit(["walk"], ["walk", "", "walk", "", "walk", "", "walk", ""]);
  const walk = { id: "walk zone", seats: 2, group: "walk" };
  const open = { id: "open", seats: 2, group: null };

  test("first the walk zone: its seats go to those who would have had open ones anyway", () => {
    expect(chosen({ kind: "seat_blocks", blocks: [walk, open], unfilled: "open" }, pool)).toEqual([0, 1, 2, 3]);
    expect(chosen({ kind: "guarantee", seats: 4, guaranteed: [{ group: "walk", seats: 2 }] }, pool)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  test("first the open seats: the walk zone gets its seats over and above those it wins", () => {
    expect(chosen({ kind: "seat_blocks", blocks: [open, walk], unfilled: "open" }, pool)).toEqual([0, 1, 2, 4]);
    const setAside: ChoiceRule = {
      kind: "set_aside",
      open: { seats: 2, guaranteed: [] },
      categories: [{ group: "walk", seats: 2, guaranteed: [] }],
      unfilled: "vacant",
    };
    expect(chosen(setAside, pool)).toEqual([0, 1, 2, 4]);
  });
});

/**
 * Kojima 2012, School choice: impossibilities for affirmative action: a ceiling on the majority sends its second-best
 * to the school of the minority student, who loses her first choice. Hafalir, Yenmez & Yildirim 2013: a guaranteed seat
 * for the minority does not.
 */
describe("a protected student who wants the second school", () => {
  // 0 and 1 are of the majority: 0 wants the first school only, 1 the first and then the second. 2 wants the second,
  // then the first.
  const people = poolByMerit(["majority", "minority"], ["majority", "majority", "minority"]);
  const wishes = [["first"], ["first", "second"], ["second", "first"]];

  function matched(first: ChoiceRule): readonly (string | undefined)[] {
    const rules: Readonly<Record<string, ChoiceRule>> = { first, second: { kind: "cut_off", seats: 1 } };
    const left = wishes.map((list) => [...list]);
    for (let moved = true; moved;) {
      moved = false;
      for (const [school, rule] of Object.entries(rules)) {
        const order = people.order.filter((person) => left[person]?.[0] === school);
        const held = chosen(rule, { ...people, order });
        for (const rejected of order.filter((person) => !held.includes(person))) {
          left[rejected]?.shift();
          moved = true;
        }
      }
    }
    return left.map(([school]) => school);
  }

  test("gets it under merit alone and under a guaranteed seat", () => {
    expect(matched({ kind: "cut_off", seats: 2 })).toEqual(["first", "first", "second"]);
    const guaranteed = [{ group: "minority", seats: 1 }];
    expect(matched({ kind: "guarantee", seats: 2, guaranteed })).toEqual(["first", "first", "second"]);
  });

  test("loses it under a ceiling on the majority of the first", () => {
    const bounds = [{ group: "majority", min: 0, max: 1 }];
    expect(matched({ kind: "nested_bounds", seats: 2, bounds })).toEqual(["first", "second", "first"]);
  });
});

describe("large pools", () => {
  test("of 20,000 people are chosen from by every rule as by merit where nothing stands in the way of merit", () => {
    const size = 20_000;
    const pool: Pool = {
      groupNames: ["A", "B"],
      order: Uint32Array.from({ length: size }, (_, place) => size - 1 - place),
      masks: new Uint32Array(size).fill(1),
    };
    const best = upTo(330).map((place) => size - 1 - place);
    const part = { seats: 110, guaranteed: [{ group: "A", seats: 50 }] };
    const rules: readonly ChoiceRule[] = [
      { kind: "cut_off", seats: 330 },
      { kind: "guarantee", seats: 330, guaranteed: [{ group: "B", seats: 9 }, ...part.guaranteed] },
      { kind: "nested_bounds", seats: 330, bounds: [{ group: "A", min: 30, max: 330 }] },
      {
        kind: "set_aside",
        open: part,
        categories: [
          { ...part, group: "A" },
          { ...part, group: "B" },
        ],
        unfilled: "dereserve",
      },
      {
        kind: "seat_blocks",
        blocks: [
          { id: "b", seats: 165, group: "B" },
          { id: "a", seats: 165, group: "A" },
        ],
        unfilled: "open",
      },
    ];
    for (const rule of rules) expect(chosen(rule, pool)).toEqual(best);
  });
});

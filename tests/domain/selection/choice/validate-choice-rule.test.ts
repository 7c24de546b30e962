import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { validateChoiceRule } from "#app/domain/selection/choice/validate-choice-rule.ts";
import { instances } from "#tests/support/instances.ts";
import { anyInstance } from "./arbitrary-choice.ts";
import { poolByMerit } from "./pool-by-merit.ts";

const pool = poolByMerit(["A", "B", "S", "T"], ["A", "A B", "S", "T"]);

function refusalOf(rule: ChoiceRule, people = pool): unknown {
  const answer = validateChoiceRule(rule, people);
  return answer.ok ? "accepted" : answer.refusal;
}

const guarantee = (seats: number, guaranteed: Readonly<Record<string, number>>): ChoiceRule => ({
  kind: "guarantee",
  seats,
  guaranteed: Object.entries(guaranteed).map(([group, count]) => ({ group, seats: count })),
});

const bounds = (seats: number, ...list: readonly (readonly [string, number, number | null])[]): ChoiceRule => ({
  kind: "nested_bounds",
  seats,
  bounds: list.map(([group, min, max]) => ({ group, min, max })),
});

const setAside = (part: Partial<Extract<ChoiceRule, { kind: "set_aside" }>>): ChoiceRule => ({
  kind: "set_aside",
  open: { seats: 1, guaranteed: [] },
  categories: [],
  unfilled: "vacant",
  ...part,
});

const blocks = (...list: Extract<ChoiceRule, { kind: "seat_blocks" }>["blocks"]): ChoiceRule => ({
  kind: "seat_blocks",
  blocks: list,
  unfilled: "open",
});

describe("a rule that can be applied", () => {
  test("is answered with itself", () => {
    const rules: readonly ChoiceRule[] = [
      { kind: "cut_off", seats: 0 },
      guarantee(3, { A: 1, B: 2 }),
      bounds(3, ["A", 0, 3], ["B", 2, 2], ["S", 3, null]),
      setAside({
        open: { seats: 2, guaranteed: [{ group: "A", seats: 2 }] },
        categories: [
          { group: "S", seats: 1, guaranteed: [{ group: "A", seats: 1 }] },
          { group: "T", seats: 0, guaranteed: [] },
        ],
      }),
      blocks(
        { id: "one", seats: 1, group: "A" },
        { id: "two", seats: 1, group: "A", prefer: "B" },
        { id: "", seats: 1, group: null },
      ),
      { kind: "overlapping_bounds", seats: 3, bounds: [{ group: "A", min: 0, max: 1 }] },
    ];
    expect(rules.map((rule) => validateChoiceRule(rule, pool))).toEqual(rules.map((value) => ({ ok: true, value })));
  });

  test("is applied without an error, and the guarantees it makes fit the seats", () => {
    fc.assert(
      fc.property(anyInstance, ({ rule, pool: people }) => {
        if (!validateChoiceRule(rule, people).ok) return;
        const { groups, shortages, seats } = choose(rule, people).report;
        expect(groups.every(({ guaranteed }) => guaranteed <= seats)).toBe(true);
        if (rule.kind === "guarantee") expect(shortages.some(({ kind }) => kind === "conflict")).toBe(false);
      }),
      { numRuns: instances },
    );
  });
});

describe("a rule is refused", () => {
  test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])("for %d seats, wherever the number stands", (value) => {
    const at = (part: string | null) => ({ kind: "not_a_whole_number", part, value });
    expect(refusalOf({ kind: "cut_off", seats: value })).toEqual(at(null));
    expect(refusalOf(guarantee(value, {}))).toEqual(at(null));
    expect(refusalOf(guarantee(3, { A: 1, B: value }))).toEqual(at("B"));
    expect(refusalOf(bounds(value))).toEqual(at(null));
    expect(refusalOf(bounds(3, ["A", value, null]))).toEqual(at("A"));
    expect(refusalOf(bounds(3, ["A", 0, null], ["B", 0, value]))).toEqual(at("B"));
    expect(refusalOf(setAside({ open: { seats: value, guaranteed: [] } }))).toEqual(at(null));
    expect(refusalOf(setAside({ categories: [{ group: "S", seats: value, guaranteed: [] }] }))).toEqual(at("S"));
    expect(refusalOf(blocks({ id: "one", seats: value, group: null }))).toEqual(at("one"));
    expect(refusalOf({ kind: "overlapping_bounds", seats: value, bounds: [] })).toEqual(at(null));
  });

  test("for a group that does not exist", () => {
    const unknown = { kind: "unknown_group", group: "X" };
    expect(refusalOf(guarantee(1, { A: 0, X: 0 }))).toEqual(unknown);
    expect(refusalOf(bounds(1, ["X", 0, 1]))).toEqual(unknown);
    expect(refusalOf(setAside({ open: { seats: 1, guaranteed: [{ group: "X", seats: 1 }] } }))).toEqual(unknown);
    expect(refusalOf(setAside({ categories: [{ group: "X", seats: 1, guaranteed: [] }] }))).toEqual(unknown);
    expect(refusalOf(blocks({ id: "one", seats: 1, group: "X" }))).toEqual(unknown);
    expect(refusalOf(blocks({ id: "one", seats: 1, group: null, prefer: "X" }))).toEqual(unknown);
  });

  test("for a group or a block that stands twice", () => {
    const twice = (group: string, within: string | null = null) => ({ kind: "duplicate_group", group, within });
    const double = [
      { group: "A", seats: 0 },
      { group: "A", seats: 1 },
    ];
    const s = { group: "S", seats: 1, guaranteed: [] };
    expect(refusalOf({ kind: "guarantee", seats: 1, guaranteed: double })).toEqual(twice("A"));
    expect(refusalOf(bounds(1, ["B", 0, 1], ["A", 0, 1], ["A", 0, null]))).toEqual(twice("A"));
    expect(refusalOf(setAside({ categories: [s, s] }))).toEqual(twice("S"));
    expect(refusalOf(setAside({ categories: [{ ...s, guaranteed: double }] }))).toEqual(twice("A", "S"));
    expect(refusalOf({ kind: "cut_off", seats: 1 }, poolByMerit(["A", "B", "B"], []))).toEqual(twice("B"));
    const block = { id: "one", seats: 1, group: "A" };
    expect(refusalOf(blocks(block, { ...block, id: "two" }, block))).toEqual({ kind: "duplicate_block", block: "one" });
  });

  test("for more groups than a mask or an exact search can hold", () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `group ${index}`);
    const of = (count: number) => poolByMerit(names(count), []);
    const tooMany = (groups: number, most: number) => ({ kind: "too_many_groups", groups, most });
    expect(refusalOf({ kind: "cut_off", seats: 1 }, of(32))).toEqual(tooMany(32, 31));
    expect(refusalOf({ kind: "cut_off", seats: 1 }, of(31))).toBe("accepted");
    const overlapping = (count: number): ChoiceRule => ({
      kind: "overlapping_bounds",
      seats: 1,
      bounds: names(count).map((group) => ({ group, min: 0, max: 1 })),
    });
    expect(refusalOf(overlapping(7), of(7))).toEqual(tooMany(7, 6));
    expect(refusalOf(overlapping(6), of(7))).toBe("accepted");
    expect(refusalOf({ ...overlapping(7), kind: "nested_bounds" } as ChoiceRule, of(7))).toBe("accepted");
  });

  test("for more guaranteed seats than seats", () => {
    const above = (within: string | null, guaranteed: number, seats: number) => ({
      kind: "guarantee_above_seats",
      within,
      guaranteed,
      seats,
    });
    expect(refusalOf(guarantee(3, { A: 2, B: 2 }))).toEqual(above(null, 4, 3));
    const one = [{ group: "A", seats: 2 }];
    expect(refusalOf(setAside({ open: { seats: 1, guaranteed: one } }))).toEqual(above(null, 2, 1));
    expect(refusalOf(setAside({ categories: [{ group: "T", seats: 1, guaranteed: one }] }))).toEqual(above("T", 2, 1));
  });

  test("for bounds that no set of people can keep", () => {
    expect(refusalOf(bounds(3, ["A", 2, 1]))).toEqual({ kind: "minimum_above_maximum", group: "A", min: 2, max: 1 });
    const above = { kind: "bound_above_seats", group: "A", bound: 4, seats: 3 };
    expect(refusalOf(bounds(3, ["B", 0, 3], ["A", 4, null]))).toEqual(above);
    expect(refusalOf(bounds(3, ["A", 0, 4]))).toEqual(above);
  });

  test("for groups that overlap without being nested, and for people of two categories, once people are known", () => {
    const names = ["A", "B", "S", "T"];
    const crossing = poolByMerit(names, ["A B", "B", "A"]);
    const rule = bounds(3, ["S", 0, 1], ["B", 0, 1], ["A", 0, 1]);
    expect(refusalOf(rule, crossing)).toEqual({ kind: "not_nested", group: "B", other: "A" });
    expect(refusalOf(rule, poolByMerit(names, []))).toBe("accepted");
    expect(refusalOf({ ...rule, kind: "overlapping_bounds" } as ChoiceRule, crossing)).toBe("accepted");

    const category = (group: string) => ({ group, seats: 1, guaranteed: [] });
    const both = setAside({ categories: [category("T"), category("S")] });
    expect(refusalOf(both, poolByMerit(names, ["S", "A T", "S T"]))).toEqual({
      kind: "categories_overlap",
      group: "T",
      other: "S",
    });
    expect(refusalOf(both, poolByMerit(names, ["S A", "A T", "A"]))).toBe("accepted");
  });
});

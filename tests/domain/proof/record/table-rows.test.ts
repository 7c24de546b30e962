import { expect, test } from "vitest";
import { publishedTable, type ToTabulate } from "#app/domain/proof/record/table-rows.ts";
import type { MeritPlace, SelectionRule } from "#app/domain/selection/selection.ts";
import { aPerson, aRule } from "#tests/domain/selection/cohort.ts";

const keys: SelectionRule["tieBreakers"] = [
  { by: "claim", item: "veteran" },
  { by: "stage", stage: "interview", prefer: "high" },
  { by: "criterion", stage: "interview", criterion: "will", prefer: "low" },
  { by: "lottery" },
];

type One = ToTabulate["people"][number];

function someone(
  ref: string,
  total: string,
  overrides: Partial<One> & { claims?: string[]; tags?: string[] } = {},
): One {
  const { claims = [], tags = [], ...rest } = overrides;
  const place = { rank: 1, total, exactTotal: `${total}5` } as MeritPlace;
  return { ref, person: aPerson(ref, total, { claims, tags }), place, selected: true, ticket: "00", ...rest };
}

function tableOf(people: readonly One[], rule: Partial<SelectionRule> = {}) {
  return publishedTable({ rule: aRule({ tieBreakers: keys, ...rule }), people });
}

function five(prefix: string, overrides: Parameters<typeof someone>[2] = {}): readonly One[] {
  return ["1", "2", "3", "4", "5"].map((at) => someone(`${prefix}${at}`, "71.00", overrides));
}

test("rows stand by ref, with the compared total, every key but the last, and sorted tags", () => {
  const people = [...five("B", { tags: ["here", "far"], claims: ["veteran"] }), ...five("A")];
  const { rows, withheld } = tableOf(people);
  expect(withheld).toEqual([]);
  expect(rows.map(({ ref }) => ref)).toEqual(["A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5"]);
  const row = { qualified: true, choices: ["a"], acceptOther: true, rank: 1, ticket: "00", total: "71.00" };
  expect(rows[0]).toEqual({ ...row, ref: "A1", keys: ["0", "71.00", "71.00"], tags: [] });
  expect(rows[9]).toEqual({ ...row, ref: "B5", keys: ["1", "71.00", "71.00"], tags: ["far", "here"] });
});

test("where ranking is on the exact total, that is what is shown", () => {
  const [row] = tableOf(five("A"), { rankOn: "exact" }).rows;
  expect(row).toMatchObject({ total: "71.005" });
});

test("four people with a claim are too few to show it, five are not; the same goes for tags", () => {
  const others = five("A");
  const claimed = five("B", { claims: ["veteran"] });
  const tagged = five("C", { tags: ["here"] });
  expect(tableOf([...others, ...claimed, ...tagged]).withheld).toEqual([]);
  const fewClaims = tableOf([...others, ...claimed.slice(1)]);
  expect(fewClaims.withheld).toEqual(["claims", "tags"]);
  expect(fewClaims.rows[0]).toMatchObject({ keys: [null, "71.00", "71.00"], tags: null });
  expect(tableOf([...others, ...tagged.slice(1)]).withheld).toEqual(["claims", "tags"]);
  // A claim that no tie-breaker asks about tells nothing, because it is not in the table.
  expect(tableOf([...others, ...five("B", { claims: ["disabled"] }).slice(1)]).withheld).toEqual([]);
});

test("a claim and a tag of one name are two things", () => {
  const people = [...five("A", { tags: ["veteran"] }).slice(2), ...five("B", { claims: ["veteran"] }).slice(2)];
  expect(tableOf(people).withheld).toEqual(["claims", "tags"]);
});

test("bands of ten points begin at their lower end: five at 71 are one cell, one at 80 is another", () => {
  expect(tableOf([...five("A"), someone("B", "79.99")]).withheld).toEqual([]);
  expect(tableOf([...five("A"), someone("B", "80.00")]).withheld).toEqual(["claims", "tags"]);
});

test("of those without a seat only the best and the worst are banded, where they alone have the total", () => {
  const left = (ref: string, total: string) => someone(ref, total, { selected: false });
  const people = [
    left("A", "9.00"),
    left("B", "61.00"),
    left("C", "100.00"),
    left("D", "60.00"),
    someone("E", "99.00"),
  ];
  const { rows } = tableOf(people);
  expect(rows.map((row) => ("bandFrom" in row ? row.bandFrom : "shown"))).toEqual([
    "0",
    "shown",
    "100",
    "shown",
    "shown",
  ]);
  const shared = tableOf([...people, someone("F", "100.00"), left("G", "9.00")]);
  expect(shared.rows.some((row) => "bandFrom" in row)).toBe(false);
});

test("of those who are not qualified nothing stands there but the ref", () => {
  expect(tableOf([someone("A", "9.00", { place: null })]).rows).toEqual([{ ref: "A", qualified: false }]);
});

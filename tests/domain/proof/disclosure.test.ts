import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rationalOf } from "#app/domain/exact/rational.ts";
import { bandFrom, groupCounts, publicTable, smallestCell, type TableRow } from "#app/domain/proof/disclosure.ts";
import { isPublished } from "#app/domain/proof/publication-level.ts";
import { instances } from "#tests/support/instances.ts";

const ten = rationalOf("10");

function row(ref: string, total: string, change: Partial<TableRow> = {}): TableRow {
  return { ref, total: rationalOf(total), selected: false, tags: [], ...change };
}

test.each([
  ["P0", [true, true, true, false, false]],
  ["P1", [true, true, true, true, false]],
  ["P2", [true, true, true, true, true]],
] as const)("level %s holds its parts and no others", (level, held) => {
  const parts = ["roots", "selected", "cut_score", "table", "full_table"] as const;
  expect(parts.map((part) => isPublished(part, level))).toEqual(held);
});

test.each([
  ["82.5", "10", "80"],
  ["80", "10", "80"],
  ["79.999999", "10", "70"],
  ["-0.5", "10", "-10"],
  ["7", "2.5", "5"],
  ["1", "1/3", "1"],
])("%s lies in the band of width %s from %s", (total, width, from) => {
  expect(bandFrom(rationalOf(total), rationalOf(width))).toBe(from);
});

test("a cell is a set of groups in a band; the smallest one counts", () => {
  const rows = [
    row("a", "81", { tags: ["x", "y"] }),
    row("b", "89", { tags: ["y", "x", "y"] }),
    row("c", "85", { tags: ["x", "y"] }),
    row("d", "75"),
    row("e", "71"),
  ];
  expect(smallestCell(rows, ten)).toBe(2);
  expect(smallestCell(rows.slice(0, 3), ten)).toBe(3);
  expect(smallestCell([...rows, row("f", "79", { tags: ["x"] })], ten)).toBe(1);
  expect(smallestCell([], ten)).toBe(Number.POSITIVE_INFINITY);
});

test("groups are counted by name, each person once; few people are not told", () => {
  const rows = [row("a", "1", { tags: ["z", "z"] }), row("b", "1", { tags: ["b", "z"] }), row("c", "1")];
  expect(groupCounts(rows, 2)).toEqual([
    { tag: "b", people: null },
    { tag: "z", people: 2 },
  ]);
});

describe("the public table", () => {
  const rule = { k: 2, bandWidth: ten };
  const crowd = [
    row("a", "91", { selected: true, tags: ["b", "a", "b"] }),
    row("b", "90", { selected: true, tags: ["a", "b"] }),
    row("c", "84.5"),
    row("d", "83"),
    row("e", "83"),
    row("f", "81"),
  ];

  test("shows groups where every cell has enough people, and hides unique ends of those not selected", () => {
    expect(publicTable(crowd, rule)).toEqual({
      tags: "shown",
      rows: [
        { ref: "a", selected: true, total: "91", tags: ["a", "b"] },
        { ref: "b", selected: true, total: "90", tags: ["a", "b"] },
        { ref: "c", selected: false, bandFrom: "80", tags: [] },
        { ref: "d", selected: false, total: "83", tags: [] },
        { ref: "e", selected: false, total: "83", tags: [] },
        { ref: "f", selected: false, bandFrom: "80", tags: [] },
      ],
    });
  });

  test("leaves groups out, and counts them, where one cell has too few", () => {
    expect(publicTable(crowd, { ...rule, k: 3 })).toEqual({
      tags: "withheld",
      rows: [
        { ref: "a", selected: true, total: "91" },
        { ref: "b", selected: true, total: "90" },
        { ref: "c", selected: false, bandFrom: "80" },
        { ref: "d", selected: false, total: "83" },
        { ref: "e", selected: false, total: "83" },
        { ref: "f", selected: false, bandFrom: "80" },
      ],
      groups: [
        { tag: "a", people: null },
        { tag: "b", people: null },
      ],
    });
  });

  test("shows unique totals between the ends", () => {
    const rows = ["10", "31", "52", "79"].map((total) => row(total, total));
    expect(publicTable(rows, { ...rule, k: 1 }).rows).toEqual([
      { ref: "10", selected: false, bandFrom: "10", tags: [] },
      { ref: "31", selected: false, total: "31", tags: [] },
      { ref: "52", selected: false, total: "52", tags: [] },
      { ref: "79", selected: false, bandFrom: "70", tags: [] },
    ]);
  });

  test("shows an end that two people share, also when one of them is selected, and a selected end", () => {
    const shared = [row("a", "80", { selected: true }), row("b", "80"), row("c", "50"), row("d", "50")];
    expect(publicTable(shared, { ...rule, k: 1 }).rows).toEqual(
      shared.map(({ ref, selected }, at) => ({ ref, selected, total: at < 2 ? "80" : "50", tags: [] })),
    );
    expect(publicTable([row("a", "9", { selected: true })], { ...rule, k: 1 }).rows).toEqual([
      { ref: "a", selected: true, total: "9", tags: [] },
    ]);
    expect(publicTable([], rule)).toEqual({ tags: "shown", rows: [] });
  });

  test("never shows a group of a person in a cell with fewer than k", () => {
    const person = fc.record({ total: fc.integer({ min: 0, max: 39 }), tags: fc.subarray(["x", "y"]) });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (people, k) => {
        const rows = people.map(({ total, tags }, at) => row(`R${at}`, String(total), { tags }));
        const table = publicTable(rows, { k, bandWidth: ten });
        const cell = ({ total, tags }: (typeof people)[number]) => `${Math.floor(total / 10)} ${tags.join()}`;
        const enough = people.every((one) => people.filter((other) => cell(other) === cell(one)).length >= k);
        expect(table.tags).toBe(enough ? "shown" : "withheld");
        expect(JSON.stringify(table.rows).includes("tags")).toBe(enough && people.length > 0);
      }),
      { numRuns: instances },
    );
  });
});

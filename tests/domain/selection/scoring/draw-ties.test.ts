import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seededOrder, ticketOf } from "#app/domain/draw/seeded-order.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { drawTies } from "#app/domain/selection/scoring/draw-ties.ts";
import { orderScores } from "#app/domain/selection/scoring/order-scores.ts";
import { scoreTable, type TableScores } from "#app/domain/selection/scoring/score-table.ts";
import { instances } from "#tests/support/instances.ts";

/** One review each of two criteria. */
function scoresOf(rows: readonly (readonly [number, number])[], minimum: string | null = null): TableScores {
  const criteria = [
    { weight: 2, max: 9, minimum },
    { weight: 1, max: 9, minimum: null },
  ];
  const scored = scoreTable(
    { criteria, minimumReviews: 1 },
    {
      applications: rows.length,
      applicationOf: Uint32Array.from(rows.keys()),
      scores: [0, 1].map((at) => Uint8Array.from(rows, (row) => row[at]!)),
    },
  );
  if (!scored.ok) throw new Error(scored.refusal.reason);
  return scored.value;
}

const byTotal = { by: "total", prefer: "high" } as const;

test("the qualified stand by the keys in turn, and whom none separates is named", () => {
  const scores = scoresOf([[1, 9], [4, 1], [5, 0], [4, 3], [3, 3], [4, 1]], "3"); // prettier-ignore
  expect(orderScores(scores, [byTotal])).toEqual({
    order: Uint32Array.of(3, 2, 1, 4, 5),
    ties: Uint32Array.of(2, 5),
  });
  const second = { by: "criterion", criterion: 1, prefer: "high" } as const;
  expect(orderScores(scores, [byTotal, second])).toEqual({
    order: Uint32Array.of(3, 2, 4, 1, 5),
    ties: Uint32Array.of(3, 5),
  });
  expect([...orderScores(scores, [{ ...second, prefer: "low" }]).order]).toEqual([2, 1, 5, 3, 4]);
  expect(() => orderScores(scores, [{ by: "criterion", criterion: 2, prefer: "high" }])).toThrow("not there");
});

test("each group of tied people is put in the order drawn, and nobody else moves", () => {
  const order = { order: Uint32Array.of(7, 3, 5, 1, 0, 2), ties: Uint32Array.of(1, 3, 3, 6) };
  const asked: number[][] = [];
  const strict = drawTies(order, (people) => {
    asked.push([...people]);
    return Uint32Array.of(4, 1, 2, 0, 3);
  });
  expect(asked).toEqual([[3, 5, 1, 0, 2]]);
  expect([...strict]).toEqual([7, 5, 3, 2, 1, 0]);
  expect([...order.order]).toEqual([7, 3, 5, 1, 0, 2]);
});

test("where nobody is tied nothing is drawn", () => {
  const order = { order: Uint32Array.of(1, 0), ties: new Uint32Array() };
  const strict = drawTies(order, () => {
    throw new Error("drawn");
  });
  expect(strict).toEqual(order.order);
  expect(strict).not.toBe(order.order);
});

test("tickets for the tied people alone give the order that tickets for everybody give", () => {
  const draw = { seed: "a1", label: "draw" };
  const rows = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { maxLength: 30 });
  const property = fc.property(rows, (given) => {
    const ordered = orderScores(scoresOf(given), [byTotal]);
    const strict = drawTies(ordered, (people) => {
      const ids = Array.from(people, String);
      return Uint32Array.from(seededOrder({ ...draw, ids }), (id) => ids.indexOf(id));
    });
    const total = (at: number) => 2 * given[at]![0] + given[at]![1];
    const ticket = (at: number) => ticketOf(draw, String(at));
    const expected = [...given.keys()].toSorted(
      (left, right) => total(right) - total(left) || compareText(ticket(left), ticket(right)),
    );
    expect([...strict]).toEqual(expected);
  });
  fc.assert(property, { numRuns: instances });
});

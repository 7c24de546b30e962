import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compare, rational, rationalOf } from "#app/domain/exact/rational.ts";
import { everybody, orderTable, type TableKey } from "#app/domain/selection/scoring/order-table.ts";
import { scoreApplications } from "#app/domain/selection/scoring/score-applications.ts";
import { scoreTable, type ScoreTable, type ScoreTableRule } from "#app/domain/selection/scoring/score-table.ts";
import type { CutOff, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";
import { instances } from "#tests/support/instances.ts";

function scored(rule: ScoreTableRule, table: ScoreTable) {
  const result = scoreTable(rule, table);
  if (!result.ok) throw new Error(result.refusal.bound);
  return result.value;
}

const columns = (...scores: readonly (readonly number[])[]) => scores.map((column) => Uint8Array.from(column));
const two = [
  { weight: 60, max: 20, minimum: "8" },
  { weight: 40, max: 10, minimum: null },
] as const;

test("sums become numerators over one denominator, also where numbers of reviews differ", () => {
  const table = {
    applications: 3,
    applicationOf: Uint32Array.of(0, 1, 0, 1, 1),
    scores: columns([8, 20, 9, 10, 0], [1, 2, 3, 4, 5]),
  };
  const scores = scored({ criteria: two, minimumReviews: 2 }, table);
  expect(scores.denominator).toBe(20 * 6);
  expect(scores.reviewsMultiple).toBe(6);
  expect([...scores.reviews]).toEqual([2, 3, 0]);
  expect(scores.criteria.map((each) => [...each])).toEqual([
    [51, 60, 0],
    [12, 22, 0],
  ]);
  expect([...scores.totals]).toEqual([60 * 51 + 80 * 12, 60 * 60 + 80 * 22, 0]);
  expect([...scores.qualified]).toEqual([1, 1, 0]);
});

test("a minimum is met by equality and missed just below, and too few reviews never qualify", () => {
  const table = { applications: 3, applicationOf: Int32Array.of(0, 0, 1, 1, 2), scores: columns([8, 8, 8, 7, 20]) };
  const qualified = (minimum: string | null, minimumReviews: number) => [
    ...scored({ criteria: [{ weight: 1, max: 20, minimum }], minimumReviews }, table).qualified,
  ];
  expect(qualified("8", 2)).toEqual([1, 0, 0]);
  expect(qualified("7.5", 2)).toEqual([1, 1, 0]);
  expect(qualified("7.6", 1)).toEqual([1, 0, 1]);
  expect(qualified(null, 0)).toEqual([1, 1, 1]);
  const nobody = { applications: 1, applicationOf: Uint32Array.of(), scores: columns([]) };
  expect([
    ...scored({ criteria: [{ weight: 1, max: 20, minimum: null }], minimumReviews: 0 }, nobody).qualified,
  ]).toEqual([0]);
});

test("numerators that a double cannot hold are refused with their bound", () => {
  const table = { applications: 1, applicationOf: Uint32Array.of(0), scores: columns([1]) };
  const of = (weight: number, minimum: string | null) =>
    scoreTable({ criteria: [{ weight, max: 10, minimum }], minimumReviews: 1 }, table);
  expect(of(900_719_925_474_098, null)).toMatchObject({ ok: true });
  expect(of(900_719_925_474_099, null)).toEqual({
    ok: false,
    refusal: { reason: "needs_bigint", bound: "9007199254741000" },
  });
  expect(of(1, "9007199254740985")).toMatchObject({ ok: false });
  expect(of(1, "9007199254740981")).toMatchObject({ ok: true });
});

test("a table that contradicts itself is a fault", () => {
  const table = { applications: 1, applicationOf: Int32Array.of(0), scores: columns([1]) };
  const criterion = { weight: 1, max: 10, minimum: null };
  const of =
    (changed: Partial<ScoreTable>, ...criteria: ScoreTableRule["criteria"]) =>
    () =>
      scored({ criteria: criteria.length > 0 ? criteria : [criterion], minimumReviews: 1 }, { ...table, ...changed });
  expect(of({ applicationOf: Int32Array.of(1) })).toThrow("no application number 1");
  expect(of({ applicationOf: Int32Array.of(-1) })).toThrow("no application number -1");
  expect(of({ scores: columns([11]) })).toThrow("a score of 11 lies outside 0 to 10");
  expect(of({ scores: [Int32Array.of(-1)] })).toThrow("a score of -1 lies");
  expect(of({ scores: columns([1, 2]) })).toThrow("one score a review");
  expect(of({ scores: [] })).toThrow("one score a review");
  for (const wrong of [{ weight: -1 }, { weight: 0.5 }, { max: 0 }, { max: 1.5 }]) {
    expect(of({}, { ...criterion, ...wrong })).toThrow("whole numbers");
  }
  expect(of({ scores: columns([10]) })).not.toThrow();
});

const criterionOf = fc.record({
  weight: fc.integer({ min: 0, max: 60 }),
  max: fc.constantFrom(4, 5, 6, 10),
  minimum: fc.constantFrom(null, "2", "2.5", "7/3"),
});
const tables = fc
  .record({
    criteria: fc.array(criterionOf, { minLength: 1, maxLength: 4 }),
    reviewsOf: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }),
    minimumReviews: fc.integer({ min: 1, max: 2 }),
    draws: fc.infiniteStream(fc.nat({ max: 59 })),
  })
  .map(({ criteria, reviewsOf, minimumReviews, draws }) => {
    const sheets = reviewsOf.flatMap((count, application) =>
      Array.from({ length: count }, (_, index) => ({
        application,
        reviewer: `R${index}`,
        scores: criteria.map(({ max }) => (draws.next().value ?? 0) % (max + 1)),
      })),
    );
    return { criteria, minimumReviews, applications: reviewsOf.length, sheets };
  });

test("the table says exactly what the pipeline says: totals, criteria, who qualifies, the order and its ties", () => {
  const property = fc.property(tables, ({ criteria, minimumReviews, applications, sheets }) => {
    const fast = scored(
      { criteria, minimumReviews },
      {
        applications,
        applicationOf: Uint32Array.from(sheets, ({ application }) => application),
        scores: criteria.map((_, at) => Uint8Array.from(sheets, ({ scores }) => scores[at] ?? 0)),
      },
    );
    const cutOffs = criteria.flatMap(({ minimum }, at): CutOff[] =>
      minimum === null ? [] : [{ on: "criterion", criterion: `c${at}`, points: minimum }],
    );
    const rule: ScoringRule = {
      criteria: criteria.map(({ weight, max }, at) => ({ id: `c${at}`, weight: `${weight}`, max: `${max}` })),
      contribution: "weight_times_share",
      missingScore: "block",
      minimumReviews,
      level: "review_total",
      aggregate: { kind: "mean" },
      rounding: { criterion: null, weighted: null, total: null },
      cutOffs,
      bonus: { cap: null, itemCaps: {} },
      rankOn: "exact",
      order: [
        { by: "total", prefer: "high" },
        { by: "criterion", criterion: "c0", prefer: "low" },
      ],
    };
    const exact = scoreApplications({
      rule,
      applications: Array.from({ length: applications }, (_, at) => `${at}`),
      reviews: sheets.map(({ application, reviewer, scores }) => ({
        application: `${application}`,
        reviewer,
        scores: scores.map(String),
      })),
    });
    for (const [at, { status, score }] of exact.applications.entries()) {
      expect(fast.qualified[at] === 1).toBe(status === "qualified");
      if (!score) continue;
      expect(rational(BigInt(fast.totals[at]!), BigInt(fast.denominator))).toEqual(score.total);
      for (const [c, value] of score.criteria.entries()) {
        expect(rational(BigInt(fast.criteria[c]![at]!), BigInt(fast.reviewsMultiple))).toEqual(value);
      }
    }
    const keys: readonly TableKey[] = [
      { values: fast.totals, prefer: "high" },
      { values: fast.criteria[0]!, prefer: "low" },
    ];
    const ordered = orderTable(
      keys,
      everybody(applications).filter((at) => fast.qualified[at] === 1),
    );
    expect([...ordered.order].map(String)).toEqual(exact.order);
    const shared = new Map<number, number>();
    for (const each of exact.applications) {
      if (each.status === "qualified") shared.set(each.tiedRank, (shared.get(each.tiedRank) ?? 0) + 1);
    }
    const groups = [...shared].filter(([, size]) => size > 1).toSorted(([left], [right]) => left - right);
    expect([...ordered.ties]).toEqual(groups.flatMap(([rank, size]) => [rank - 1, rank - 1 + size]));
  });
  fc.assert(property, { numRuns: instances });
});

const large = Number.MAX_SAFE_INTEGER;
const anyKey = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 0, max: 2 ** 32 + 5 }),
  fc.constantFrom(0, 2047, 2048, 2 ** 22, 2 ** 32 - 1, 2 ** 32, 2 ** 43, large),
);

test("people are ordered as by comparing the keys in turn, whatever their size, and full ties keep their order", () => {
  const keys = fc.array(fc.tuple(fc.array(anyKey, { minLength: 40, maxLength: 40 }), fc.boolean()), { maxLength: 4 });
  const property = fc.property(keys, fc.uniqueArray(fc.nat({ max: 39 })), (given, among) => {
    const spread = given.every(([values]) => Math.max(...values) - Math.min(...values) <= large);
    fc.pre(spread);
    const table = given.map(([values, high]): TableKey => {
      return { values: Float64Array.from(values), prefer: high ? "high" : "low" };
    });
    const better = (left: number, right: number) => {
      for (const [values, high] of given) {
        const sign = compare(rationalOf(`${values[left]}`), rationalOf(`${values[right]}`));
        if (sign !== 0) return high ? -sign : sign;
      }
      return 0;
    };
    const { order, ties } = orderTable(table, Uint32Array.from(among));
    const expected = among.toSorted(better);
    expect([...order]).toEqual(expected);
    const tied = expected.map((person, at) => at > 0 && better(expected[at - 1]!, person) === 0);
    const starts = tied.flatMap((isTied, at) => (!isTied && tied[at + 1] === true ? [at] : []));
    const ends = tied.flatMap((isTied, at) => (isTied && tied[at + 1] !== true ? [at + 1] : []));
    expect([...ties]).toEqual(starts.flatMap((start, at) => [start, ends[at]]));
  });
  fc.assert(property, { numRuns: instances });
});

test("the people given are not moved, and every kind of column is read", () => {
  const among = Uint32Array.of(2, 0, 1);
  const keys: readonly TableKey[] = [
    { values: Uint8Array.of(1, 1, 1), prefer: "high" },
    { values: Int32Array.of(-5, 7, -5), prefer: "high" },
  ];
  expect(orderTable(keys, among)).toEqual({ order: Uint32Array.of(1, 2, 0), ties: Uint32Array.of(1, 3) });
  expect([...among]).toEqual([2, 0, 1]);
  expect(orderTable([], among)).toEqual({ order: among, ties: Uint32Array.of(0, 3) });
  expect(orderTable(keys, new Uint32Array()).ties).toHaveLength(0);
  expect([...everybody(3)]).toEqual([0, 1, 2]);
});

test("keys that are not whole, unknown people and keys too far apart are faults", () => {
  const order = (...values: readonly number[]) =>
    orderTable([{ values: Float64Array.from(values), prefer: "low" }], Uint32Array.of(0, 1));
  expect(() => order(0.5, 1)).toThrow("a key of person 0 is not a whole number");
  expect(() => order(1, NaN)).toThrow("a key of person 1");
  expect(() => order(1)).toThrow("a key of person 1");
  expect(() => order(-1, large)).toThrow("too far apart");
  expect([...order(large, 0).order]).toEqual([1, 0]);
});

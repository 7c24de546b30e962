import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pooledEstimates } from "#app/domain/reliability/pooled-estimates.ts";
import { rankIntervals, type Estimate } from "#app/domain/reliability/rank-interval.ts";
import { instances } from "#tests/support/instances.ts";

const options = { higherIsBetter: true, root: "5eed".repeat(16), runs: 400 };

function estimates(values: readonly number[], standardError: number): readonly Estimate[] {
  return values.map((value) => ({ value, standardError }));
}

describe("rank intervals", () => {
  test("are single ranks where everybody is far apart, and all ranks where nobody is", () => {
    const apart = rankIntervals(estimates([70, 90, 80], 0.1), options);
    expect(apart).toEqual([{ best: 3, worst: 3 }, { best: 1, worst: 1 }, { best: 2, worst: 2 }]); // prettier-ignore
    const together = rankIntervals(estimates([70, 70.1, 70.2], 5), options);
    expect(together).toEqual([1, 2, 3].map(() => ({ best: 1, worst: 3 })));
    const lower = rankIntervals(estimates([70, 90, 80], 0.1), { ...options, higherIsBetter: false });
    expect(lower.map(({ best }) => best)).toEqual([1, 3, 2]);
  });

  test("of two applications part at 1.96 standard errors of their difference", () => {
    const at = (distance: number) =>
      rankIntervals(estimates([0, distance * Math.SQRT2], 1), { ...options, runs: 4_000 });
    expect(at(1.85)).toEqual([{ best: 1, worst: 2 }, { best: 1, worst: 2 }]); // prettier-ignore
    expect(at(2.07)).toEqual([{ best: 2, worst: 2 }, { best: 1, worst: 1 }]); // prettier-ignore
  });

  test("allow for the number of comparisons: ten applications need 3.16 (studentised range 4.47 / √2)", () => {
    const ten = (distance: number) => [...estimates([0, distance * Math.SQRT2], 1), ...estimates(Array(8).fill(1), 1)];
    const runs = { ...options, runs: 4_000 };
    expect(rankIntervals(ten(3.04), runs)[1]?.worst).toBe(10);
    expect(rankIntervals(ten(3.3), runs)[1]?.worst).toBe(9);
  });

  test("take scores without an error as they are", () => {
    expect(rankIntervals(estimates([3, 1, 3], 0), options)).toEqual([
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
      { best: 1, worst: 2 },
    ]);
    expect(rankIntervals([], options)).toEqual([]);
    expect(rankIntervals(estimates([5], 1), options)).toEqual([{ best: 1, worst: 1 }]);
  });

  test("of many applications use Bonferroni's bound, which is wider", () => {
    const many = estimates(
      Array.from({ length: 600 }, (_, at) => at),
      20,
    );
    const intervals = rankIntervals(many, options);
    // 600 · 599 / 2 comparisons: z = 5.2, so 148 places either way are not sure.
    expect(intervals[300]?.best).toBeGreaterThan(140);
    expect(intervals[300]?.best).toBeLessThan(160);
  });

  test("hold the application's own rank, in the same order as the estimates", () => {
    const list = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 30 }), standardError: fc.integer({ min: 0, max: 5 }) }),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(list, (given) => {
        const intervals = rankIntervals(given, { ...options, runs: 40 });
        for (const [at, { best, worst }] of intervals.entries()) {
          const ahead = given.filter(({ value }) => value > given[at]!.value).length;
          const behind = given.filter(({ value }) => value < given[at]!.value).length;
          expect(best).toBeLessThanOrEqual(1 + ahead);
          expect(worst).toBeGreaterThanOrEqual(given.length - behind);
        }
      }),
      { numRuns: instances },
    );
  });
});

describe("pooled estimates", () => {
  test("share one variance within applications: squares 2 + 18 over 1 + 3 degrees of freedom", () => {
    const result = pooledEstimates([[1, 3], [4, 4, 7, 1], [9], []]); // prettier-ignore
    if (result.kind !== "estimated") throw new Error("too few");
    const within = (2 + 18) / 4;
    expect(result.estimates).toEqual([
      { value: 2, standardError: Math.sqrt(within / 2) },
      { value: 4, standardError: Math.sqrt(within / 4) },
      { value: 9, standardError: Math.sqrt(within) },
      null,
    ]);
  });

  test("need one application with two reviews", () => {
    expect(pooledEstimates([[1], [2], []])).toEqual({ kind: "too_few", of: "reviews", needed: 2, have: 1 });
    expect(pooledEstimates([])).toEqual({ kind: "too_few", of: "reviews", needed: 2, have: 0 });
  });
});

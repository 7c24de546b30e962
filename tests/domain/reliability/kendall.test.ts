import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concordanceLevel } from "#app/domain/reliability/agreement-level.ts";
import { kendallConcordance } from "#app/domain/reliability/kendall.ts";
import { instances } from "#tests/support/instances.ts";

type Table = readonly (readonly (number | null)[])[];

function estimated(ratings: Table) {
  const result = kendallConcordance(ratings);
  if (result.kind !== "estimated") throw new Error("too few");
  return result;
}

function transposed(reviewers: readonly (readonly number[])[]): Table {
  return reviewers[0]!.map((_, application) => reviewers.map((scores) => scores[application] ?? null));
}

describe("Kendall's W", () => {
  test("has the value of Siegel & Castellan 1988: three executives, six applicants, no ties", () => {
    const result = estimated(
      transposed([
        [1, 6, 3, 2, 5, 4],
        [1, 5, 6, 4, 2, 3],
        [6, 3, 2, 5, 4, 1],
      ]),
    );
    expect(result.rankSums).toEqual([8, 14, 11, 11, 11, 8]);
    expect(result.w).toBeCloseTo(306 / 1890, 12);
    expect(result.uncorrected).toBeCloseTo(result.w!, 12);
    expect(result.chiSquare).toBeCloseTo((15 * 306) / 1890, 12);
    expect(result).toMatchObject({ applications: 6, reviewers: 3, incomplete: 0, degrees: 5 });
  });

  test("is corrected for ties: sum of squares 591, ties 12 + 18 + 84", () => {
    const result = estimated(
      transposed([
        [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
        [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
        [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
      ]),
    );
    expect(result.w).toBeCloseTo((12 * 591) / (9 * 990 - 3 * 114), 12);
    expect(result.uncorrected).toBeCloseTo((12 * 591) / (9 * 990), 12);
    expect(result.pValue).toBeGreaterThan(0.001);
    expect(result.pValue).toBeLessThan(0.01);
  });

  test("is the mean rank correlation of all pairs of reviewers, (m − 1)·r = m·W − 1, where there are no ties", () => {
    const orders = fc
      .integer({ min: 2, max: 7 })
      .chain((n) => fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7].slice(0, n), { minLength: n }), { minLength: 2, maxLength: 5 })); // prettier-ignore
    fc.assert(
      fc.property(orders, (reviewers) => {
        const [m, n] = [reviewers.length, reviewers[0]!.length];
        const correlations = reviewers.flatMap((left, index) =>
          reviewers.slice(index + 1).map((right) => {
            const squares = left.reduce((sum, rank, at) => sum + (rank - right[at]!) ** 2, 0);
            return 1 - (6 * squares) / (n ** 3 - n);
          }),
        );
        const mean = correlations.reduce((sum, value) => sum + value, 0) / correlations.length;
        expect(m * estimated(transposed(reviewers)).w! - 1).toBeCloseTo((m - 1) * mean, 9);
      }),
      { numRuns: instances },
    );
  });

  test("stays between 0 and 1 and depends on the orders only, with ties too", () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 5 })).chain(([n, m]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: m, maxLength: m }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(table, (ratings) => {
        const { w, uncorrected } = estimated(ratings);
        const stretched = estimated(ratings.map((row) => row.map((score) => score ** 3 + 0.5)));
        expect(stretched.w).toBe(w);
        if (w === null) return;
        expect(w).toBeGreaterThanOrEqual(0);
        expect(w).toBeLessThanOrEqual(1 + 1e-12);
        expect(uncorrected).toBeLessThanOrEqual(w + 1e-12);
      }),
      { numRuns: instances },
    );
  });

  test("is one where all agree, and null where everybody tied everything", () => {
    expect(estimated([[1, 10], [2, 20], [3, 30]]).w).toBe(1); // prettier-ignore
    expect(estimated([[1, 5], [1, 5], [1, 5]])).toMatchObject({ w: null, chiSquare: null, pValue: null }); // prettier-ignore
  });

  test("leaves out incomplete rows, and says when too few are left", () => {
    expect(estimated([[1, 1], [2, null], [2, 2]])).toMatchObject({ incomplete: 1, applications: 2, w: 1 }); // prettier-ignore
    const short = { kind: "too_few", of: "applications", needed: 2, have: 1 };
    expect(kendallConcordance([[1, 2], [null, 2]])).toEqual(short); // prettier-ignore
    expect(kendallConcordance([[1], [2]])).toMatchObject({ of: "reviewers" });
    const eight = kendallConcordance([[1, 2], [2, 1]], { applications: 8, reviewers: 2 }); // prettier-ignore
    expect(eight).toEqual({ kind: "too_few", of: "applications", needed: 8, have: 2 });
  });

  test("has a word by Schmidt 1997", () => {
    const words = [0, 0.1, 0.3, 0.5, 0.7, 0.9].map(concordanceLevel);
    expect(words).toEqual(["none", "very_weak", "weak", "moderate", "strong", "very_strong"]);
  });
});

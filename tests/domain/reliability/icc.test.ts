import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iccForms, intraclassCorrelations, type IccForm } from "#app/domain/reliability/icc.ts";
import { advisedMinimum } from "#app/domain/reliability/minimum-sample.ts";
import { iccLevel } from "#app/domain/reliability/agreement-level.ts";
import {
  errorFromReliability,
  errorFromVariances,
  reliabilityOfMean,
  reviewsNeeded,
  spearmanBrown,
} from "#app/domain/reliability/spearman-brown.ts";
import { instances } from "#tests/support/instances.ts";

/** Shrout & Fleiss 1979, Psychological Bulletin 86, table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

function estimated(ratings: readonly (readonly (number | null)[])[]) {
  const result = intraclassCorrelations(ratings);
  if (result.kind !== "estimated") throw new Error("too few");
  return result;
}

function values(ratings: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const { forms } = estimated(ratings);
  return iccForms.map((form) => forms[form].value);
}

const table = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  );

describe("the intraclass correlations of Shrout & Fleiss's example", () => {
  test("have the mean squares and the six values of their tables 3 and 4", () => {
    const { meanSquares } = estimated(shroutFleiss);
    expect(meanSquares.applications).toBeCloseTo(11.24, 2);
    expect(meanSquares.within).toBeCloseTo(6.26, 2);
    expect(meanSquares.reviewers).toBeCloseTo(32.49, 2);
    expect(meanSquares.residual).toBeCloseTo(1.02, 2);
    expect(values(shroutFleiss).map((value) => value?.toFixed(2))).toEqual([
      "0.17",
      "0.29",
      "0.71",
      "0.44",
      "0.62",
      "0.91",
    ]);
  });

  test("have their F values, degrees of freedom and 95 % limits", () => {
    const { forms } = estimated(shroutFleiss);
    const limits = (form: IccForm): readonly string[] | undefined =>
      forms[form].interval?.map((limit) => limit.toFixed(2));
    expect(forms["ICC(1,1)"].f).toMatchObject({ df1: 5, df2: 18 });
    expect(forms["ICC(1,1)"].f.value).toBeCloseTo(1.79, 2);
    expect(forms["ICC(3,k)"].f).toMatchObject({ df1: 5, df2: 15 });
    expect(forms["ICC(3,k)"].f.value).toBeCloseTo(11.03, 2);
    expect(limits("ICC(1,1)")).toEqual(["-0.13", "0.72"]);
    expect(limits("ICC(2,1)")).toEqual(["0.02", "0.76"]);
    expect(limits("ICC(3,1)")).toEqual(["0.34", "0.95"]);
    expect(limits("ICC(1,k)")).toEqual(["-0.88", "0.91"]);
    expect(limits("ICC(3,k)")).toEqual(["0.68", "0.99"]);
  });
});

describe("the intraclass correlations", () => {
  test("of the mean are those of one review stepped up by Spearman-Brown", () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const { forms, reviewers } = estimated(ratings);
        for (const model of [1, 2, 3] as const) {
          const one = forms[`ICC(${model},1)`].value;
          const mean = forms[`ICC(${model},k)`].value;
          const stepped = one === null ? null : spearmanBrown(one, reviewers);
          if (mean !== null && stepped !== null && Math.abs(mean) < 1e6) expect(stepped).toBeCloseTo(mean, 6);
        }
      }),
      { numRuns: instances },
    );
  });

  test("of consistency are Cronbach's alpha, computed from variances of columns and of sums", () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const k = ratings[0]!.length;
        const columns = ratings[0]!.map((_, column) => variance(ratings.map((row) => row[column]!)));
        const total = variance(ratings.map((row) => row.reduce((sum, score) => sum + score, 0)));
        fc.pre(total > 0);
        const alpha = (k / (k - 1)) * (1 - columns.reduce((sum, value) => sum + value, 0) / total);
        expect(estimated(ratings).forms["ICC(3,k)"].value).toBeCloseTo(alpha, 6);
      }),
      { numRuns: instances },
    );
  });

  test("do not move when all scores are multiplied or shifted, or when rows change places", () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const expected = values(ratings);
        const moved = values(ratings.map((row) => row.map((score) => 3 * score + 7)).toReversed());
        for (const [index, value] of expected.entries()) {
          if (value === null) expect(moved[index]).toBeNull();
          else if (Math.abs(value) < 1e6) expect(moved[index]).toBeCloseTo(value, 6);
        }
      }),
      { numRuns: instances },
    );
  });

  test("are never NaN: equal scores everywhere give no coefficient, no F and no limits", () => {
    for (const score of [0, 0.1, 7.3]) {
      const { forms } = estimated(Array.from({ length: 5 }, () => [score, score, score]));
      for (const form of iccForms) {
        expect(forms[form]).toMatchObject({ value: null, interval: null, f: { value: null } });
      }
    }
  });

  test("are one where the reviewers agree perfectly, without an F value or limits", () => {
    const { forms } = estimated([
      [0.1, 0.1, 0.1],
      [0.7, 0.7, 0.7],
      [0.3, 0.3, 0.3],
    ]);
    for (const form of iccForms) expect(forms[form]).toMatchObject({ value: 1, interval: null, f: { value: null } });
  });

  test("ignore constant severity in the third form, not in the second", () => {
    const { forms } = estimated([
      [1, 2, 3],
      [4, 5, 6],
      [8, 9, 10],
    ]);
    expect(forms["ICC(3,1)"].value).toBe(1);
    expect(forms["ICC(2,1)"].value).toBeLessThan(1);
    expect(forms["ICC(2,1)"].interval?.[0] ?? 0).toBeLessThan(1);
  });

  test("leave out rows with a missing score and say how many", () => {
    const result = estimated([...shroutFleiss, [9, null, 3, 1], [4, 4, 4]]);
    expect(result.incomplete).toBe(2);
    expect(values([...shroutFleiss, [9, null, 3, 1]])).toEqual(values(shroutFleiss));
  });

  test("say what is missing instead of a number below the minimum sample", () => {
    expect(intraclassCorrelations([])).toEqual({ kind: "too_few", of: "applications", needed: 2, have: 0 });
    expect(intraclassCorrelations([[1], [2]])).toEqual({ kind: "too_few", of: "reviewers", needed: 2, have: 1 });
    const advised = intraclassCorrelations(shroutFleiss, advisedMinimum);
    expect(advised).toEqual({ kind: "too_few", of: "applications", needed: 30, have: 6 });
  });
});

describe("what follows from a reliability", () => {
  test("is stepped up and down by the number of reviews", () => {
    expect(spearmanBrown(0.5, 2)).toBeCloseTo(2 / 3, 12);
    expect(spearmanBrown(0.75, 4 / 3)).toBeCloseTo(0.8, 12);
    expect(spearmanBrown(-1, 2)).toBeNull();
  });

  test("is the number of reviews that a target needs", () => {
    expect(reviewsNeeded(0.5, 0.75)).toBe(3);
    expect(reviewsNeeded(0.5, 0.76)).toBe(4);
    expect(reviewsNeeded(0.9, 0.5)).toBe(1);
    expect(reviewsNeeded(0, 0.5)).toBeNull();
    expect(reviewsNeeded(0.5, 1)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (one, aim) => {
        const needed = reviewsNeeded(one / 100, aim / 100)!;
        expect(spearmanBrown(one / 100, needed)!).toBeGreaterThanOrEqual(aim / 100 - 1e-9);
        if (needed > 1) expect(spearmanBrown(one / 100, needed - 1)!).toBeLessThan(aim / 100);
      }),
      { numRuns: instances },
    );
  });

  test("is a standard error of measurement, from either side", () => {
    expect(errorFromReliability(10, 0.84)).toBeCloseTo(4, 12);
    expect(errorFromReliability(10, 1.2)).toBeNull();
    const variances = { application: 9, reviewer: 1, residual: 8 };
    expect(reliabilityOfMean(variances, 3)).toBeCloseTo(0.75, 12);
    expect(errorFromVariances(variances, 4)).toBeCloseTo(1.5, 12);
    expect(reliabilityOfMean({ application: 0, reviewer: 0, residual: 0 }, 3)).toBeNull();
  });

  test("has a word by Koo & Li 2016", () => {
    expect([-0.2, 0.49, 0.5, 0.74, 0.75, 0.9, 0.91].map(iccLevel)).toEqual([
      "poor",
      "poor",
      "moderate",
      "moderate",
      "good",
      "good",
      "excellent",
    ]);
  });
});

function variance(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1);
}

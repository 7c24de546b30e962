import { describe, expect, test } from "vitest";
import type { Rating } from "#app/domain/reliability/algebra/crossed-design.ts";
import { estimateMixedSeverity, type RemlFit } from "#app/domain/reliability/mixed-severity.ts";
import { chance, denseMixed, drawRatings, sum, type Components } from "./dense-reference.ts";

function fitOf(ratings: readonly Rating[]): RemlFit {
  const fit = estimateMixedSeverity(ratings);
  if (!fit.ok) throw new Error(JSON.stringify(fit.refusal));
  return fit.value;
}

function tableOf(rows: readonly (readonly number[])[]): readonly Rating[] {
  return rows.flatMap((row, a) => row.map((score, r) => ({ application: `a${a}`, reviewer: `r${r}`, score })));
}

/** Mean squares of a complete table. */
function analyse(rows: readonly (readonly number[])[]) {
  const [n, m] = [rows.length, rows[0]!.length];
  const mean = sum(rows.flat()) / (n * m);
  const rowMeans = rows.map((row) => sum(row) / m);
  const columnMeans = rows[0]!.map((_, at) => sum(rows.map((row) => row[at]!)) / n);
  const squares = {
    application: m * sum(rowMeans.map((value) => (value - mean) ** 2)),
    reviewer: n * sum(columnMeans.map((value) => (value - mean) ** 2)),
    error: sum(rows.flatMap((row, i) => row.map((y, j) => (y - rowMeans[i]! - columnMeans[j]! + mean) ** 2))),
  };
  return { n, m, mean, rowMeans, columnMeans, squares };
}

const complete = [
  [62, 55, 70, 61],
  [71, 70, 77, 69],
  [48, 40, 59, 50],
  [80, 71, 90, 76],
  [66, 61, 68, 60],
  [55, 52, 66, 58],
];

describe("REML on a complete table", () => {
  const { n, m, mean, rowMeans, columnMeans, squares } = analyse(complete);
  const error = squares.error / ((n - 1) * (m - 1));
  const expected = {
    application: (squares.application / (n - 1) - error) / m,
    reviewer: (squares.reviewer / (m - 1) - error) / n,
    residual: error,
  };
  const fit = fitOf(tableOf(complete));

  test("is the analysis of variance", () => {
    expect(fit.variances.application / expected.application).toBeCloseTo(1, 5);
    expect(fit.variances.reviewer / expected.reviewer).toBeCloseTo(1, 5);
    expect(fit.variances.residual / expected.residual).toBeCloseTo(1, 5);
    expect(fit.mean).toBeCloseTo(mean, 9);
    expect(fit.singular).toBe(false);
  });

  test("shrinks row and column means by their reliability", () => {
    const keepRow = expected.application / (expected.application + error / m);
    const keepColumn = expected.reviewer / (expected.reviewer + error / n);
    fit.applications.forEach(({ effect, calibrated, reviews }, at) => {
      expect(effect).toBeCloseTo(keepRow * (rowMeans[at]! - mean), 4);
      expect(calibrated).toBeCloseTo(mean + effect, 9);
      expect(reviews).toBe(m);
    });
    fit.reviewers.forEach(({ effect }, at) => expect(effect).toBeCloseTo(keepColumn * (columnMeans[at]! - mean), 4));
  });

  test("gives the mean the error of a mean of rows and columns", () => {
    const variance = expected.application / n + expected.reviewer / m + error / (n * m);
    expect(fit.meanStandardError).toBeCloseTo(Math.sqrt(variance), 4);
  });
});

test("reviewers who differ less than chance have a variance of exactly 0, and the error is pooled", () => {
  const rows = [
    [4, 7, 5],
    [9, 6, 8],
    [2, 3, 1],
    [6, 5, 7],
  ];
  const { n, m, squares } = analyse(rows);
  const { variances, singular, reviewers } = fitOf(tableOf(rows));
  const pooled = (squares.reviewer + squares.error) / (n * (m - 1));
  expect(variances.reviewer).toBe(0);
  expect(variances.residual).toBeCloseTo(pooled, 5);
  expect(variances.application).toBeCloseTo((squares.application / (n - 1) - pooled) / m, 5);
  expect(singular).toBe(true);
  expect(reviewers.map(({ effect }) => effect)).toEqual([0, 0, 0]);
  expect(reviewers.map(({ standardDeviation }) => standardDeviation)).toEqual([0, 0, 0]);
});

test("applications that differ less than chance have a variance of exactly 0", () => {
  const transposed = [
    [4, 9, 2, 6],
    [7, 6, 3, 5],
    [5, 8, 1, 7],
  ];
  const { variances, applications, singular } = fitOf(tableOf(transposed));
  expect(variances.application).toBe(0);
  expect(variances.reviewer).toBeGreaterThan(1);
  expect(applications.every(({ effect }) => effect === 0)).toBe(true);
  expect(singular).toBe(true);
});

const designs: readonly (readonly [string, readonly Rating[]])[] = [
  ["sparse", drawRatings({ applications: 30, reviewers: 6, each: 3 }, chance(1))],
  ["more reviewers than applications", drawRatings({ applications: 7, reviewers: 20, each: 12 }, chance(2))],
  [
    "three panels that share nobody",
    ["p", "q", "r"].flatMap((panel, at) =>
      drawRatings({ applications: 8 + at, reviewers: 4, each: 2, panel }, chance(at + 3)),
    ),
  ],
  [
    "a reviewer without variation",
    drawRatings({ applications: 30, reviewers: 6, each: 3 }, chance(6)).map((rating) =>
      rating.reviewer === "reviewer 2" ? { ...rating, score: 5 } : rating,
    ),
  ],
  [
    "noise only",
    drawRatings(
      { applications: 25, reviewers: 6, each: 3, spread: { application: 0, reviewer: 0, residual: 1 } },
      chance(7),
    ),
  ],
];

describe.each(designs)("REML of %s", (_, ratings) => {
  const fit = fitOf(ratings);
  const reference = denseMixed(ratings, fit.variances);

  test("gives the mean, the effects and the deviance of the covariance matrix of all scores", () => {
    expect(fit.mean).toBeCloseTo(reference.mean, 8);
    expect(fit.meanStandardError).toBeCloseTo(reference.meanStandardError, 8);
    expect(fit.deviance).toBeCloseTo(reference.deviance, 7);
    fit.applications.forEach(({ application, effect }) =>
      expect(effect).toBeCloseTo(reference.application(application), 8),
    );
    fit.reviewers.forEach(({ reviewer, effect }) => expect(effect).toBeCloseTo(reference.reviewer(reviewer), 8));
  });

  test("is no worse than variances nearby or far away", () => {
    const { application, reviewer, residual } = fit.variances;
    const others: readonly Components[] = [
      { application: application * 1.05 + 0.01, reviewer, residual },
      { application: application * 0.95, reviewer, residual },
      { application, reviewer: reviewer * 1.05 + 0.01, residual },
      { application, reviewer: reviewer * 0.95, residual },
      { application, reviewer, residual: residual * 1.05 },
      { application, reviewer, residual: residual * 0.95 },
      { application: 0, reviewer: 0, residual: 1 },
      { application: 2, reviewer: 0.1, residual: 0.1 },
      { application: 0.1, reviewer: 2, residual: 0.1 },
    ];
    for (const other of others) {
      expect(denseMixed(ratings, other).deviance).toBeGreaterThanOrEqual(reference.deviance - 1e-7);
    }
  });

  test("moves with shift and scale of the scores", () => {
    const moved = fitOf(ratings.map((rating) => ({ ...rating, score: 1000 * rating.score - 300 })));
    expect(moved.mean).toBeCloseTo(1000 * fit.mean - 300, 3);
    expect(moved.variances.residual / 1e6).toBeCloseTo(fit.variances.residual, 5);
    moved.applications.forEach(({ effect }, at) => expect(effect / 1000).toBeCloseTo(fit.applications[at]!.effect, 5));
  });
});

describe("scores that fit without error", () => {
  const quality = [1, 4, 2, 7, 5, 9];
  const severity = [0, 1.5, -1];
  const rows = quality.map((q) => severity.map((s) => q + s));

  test("leave no residual variance, and the others are those of the effects", () => {
    const missing = tableOf(rows).filter((_, at) => at !== 4 && at !== 9);
    const fit = fitOf(missing);
    const variance = (values: readonly number[]): number => {
      const mean = sum(values) / values.length;
      return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
    };
    expect(fit.variances.residual).toBe(0);
    expect(fit.variances.application / variance(quality)).toBeCloseTo(1, 4);
    expect(fit.variances.reviewer / variance(severity)).toBeCloseTo(1, 4);
    expect(fit).toMatchObject({ deviance: null, singular: true });
    expect(fit.mean).toBeCloseTo(sum(quality) / 6 + sum(severity) / 3, 5);
  });

  test("of agreeing reviewers leave them no variance either", () => {
    const fit = fitOf(tableOf(quality.map((q) => [q, q, q])));
    expect(fit.variances).toMatchObject({ reviewer: 0, residual: 0 });
    expect(fit.variances.application).toBeCloseTo(45.3333 / 5, 2);
  });

  test("that are all equal have no variance at all", () => {
    const fit = fitOf(tableOf(quality.map(() => [0.1, 0.1, 0.1])));
    expect(fit.variances).toEqual({ application: 0, reviewer: 0, residual: 0 });
    expect(fit).toMatchObject({ mean: expect.closeTo(0.1, 12), meanStandardError: 0, deviance: null, singular: true });
    expect(fit.applications.every(({ effect, standardDeviation }) => effect === 0 && standardDeviation === 0)).toBe(
      true,
    );
  });

  test("because there are no spare reviews still give finite numbers", () => {
    const fit = fitOf(tableOf([[1, 2], [2.5]]));
    expect(JSON.stringify(fit)).not.toContain("null");
    expect(fit.variances.residual).toBeGreaterThan(0);
  });
});

describe("REML refuses", () => {
  test.each([
    [[], { kind: "no_reviews" }],
    [tableOf([[1, Number.POSITIVE_INFINITY]]), { kind: "score_not_finite" }],
    [tableOf([[1, 2, 3]]), { kind: "not_identified", side: "application" }],
    [tableOf([[1], [2], [3]]), { kind: "not_identified", side: "application" }],
    [
      tableOf([[1, 1], [2]]).map((rating) => ({ ...rating, reviewer: "one" })),
      { kind: "not_identified", side: "reviewer" },
    ],
    [
      tableOf([[1, 1], [2]]).map((rating, at) => ({ ...rating, reviewer: `${at}` })),
      { kind: "not_identified", side: "reviewer" },
    ],
  ])("what it cannot estimate: case %#", (ratings, refusal) => {
    expect(estimateMixedSeverity(ratings)).toEqual({ ok: false, refusal });
  });
});

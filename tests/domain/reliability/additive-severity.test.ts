import { describe, expect, test } from "vitest";
import { estimatePanel } from "#app/domain/reliability/additive-panel.ts";
import { estimateAdditiveSeverity, type AdditiveFit } from "#app/domain/reliability/additive-severity.ts";
import { crossRatings, type Rating } from "#app/domain/reliability/algebra/crossed-design.ts";
import { chance, drawRatings, solveDense, sum } from "./dense-reference.ts";

function fitOf(ratings: readonly Rating[]): AdditiveFit {
  const fit = estimateAdditiveSeverity(ratings);
  if (!fit.ok) throw new Error(fit.refusal.kind);
  return fit.value;
}

/** Normal equations with the sum of all reviewers fixed by a multiplier: one panel only. */
function reference(ratings: readonly Rating[]) {
  const applications = [...new Set(ratings.map(({ application }) => application))];
  const reviewers = [...new Set(ratings.map(({ reviewer }) => reviewer))];
  const width = applications.length + reviewers.length;
  const design = ratings.map(({ application, reviewer }) =>
    Array.from({ length: width }, (_, at) =>
      at === applications.indexOf(application) || at === applications.length + reviewers.indexOf(reviewer) ? 1 : 0,
    ),
  );
  const isReviewer = (at: number): number => (at >= applications.length && at < width ? 1 : 0);
  const normal = Array.from({ length: width + 1 }, (_, row) =>
    Array.from({ length: width + 1 }, (__, column) => {
      if (row === width || column === width) return isReviewer(Math.min(row, column));
      return sum(design.map((values) => values[row]! * values[column]!));
    }),
  );
  const identity = normal.map((_, row) => normal.map((__, column) => (row === column ? 1 : 0)));
  const inverse = solveDense(normal, identity).x;
  const right = normal.map((_, at) =>
    at === width ? 0 : sum(design.map((values, k) => values[at]! * ratings[k]!.score)),
  );
  return { effects: inverse.map((row) => sum(row.map((value, at) => value * right[at]!))), inverse };
}

const sparse = drawRatings({ applications: 30, reviewers: 7, each: 3 }, chance(11));

describe("the additive model", () => {
  test("of a complete table gives row means and differences of column means", () => {
    const table = [
      [3, 5, 4],
      [6, 9, 6],
    ];
    const ratings = table.flatMap((row, a) =>
      row.map((score, r) => ({ application: `a${a}`, reviewer: `r${r}`, score })),
    );
    const { applications, reviewers, residualDegrees, residualSumOfSquares, sigma } = fitOf(ratings);
    expect(applications.map(({ adjusted }) => adjusted)).toEqual([expect.closeTo(4, 12), expect.closeTo(7, 12)]);
    expect(reviewers.map(({ severity }) => severity)).toEqual(
      [-1, 1.5, -0.5].map((value) => expect.closeTo(value, 12)),
    );
    expect(residualDegrees).toBe(2);
    // Residuals are 0, -1/2, 1/2 and their opposites.
    expect(residualSumOfSquares).toBeCloseTo(1, 12);
    expect(sigma).toBeCloseTo(Math.sqrt(1 / 2), 12);
    // A mean of three reviews; a deviation of column means of two reviews.
    expect(applications[0]!.standardError).toBeCloseTo(Math.sqrt(1 / 2 / 3), 12);
    expect(reviewers[0]!.standardError).toBeCloseTo(Math.sqrt((1 / 2) * (1 / 2) * (2 / 3)), 12);
  });

  test("agrees with dense normal equations on sparse ratings, errors included", () => {
    const { applications, reviewers, sigma } = fitOf(sparse);
    const { effects, inverse } = reference(sparse);
    applications.forEach(({ adjusted, standardError }, at) => {
      expect(adjusted).toBeCloseTo(effects[at]!, 9);
      expect(standardError).toBeCloseTo(sigma! * Math.sqrt(inverse[at]![at]!), 9);
    });
    reviewers.forEach(({ severity, standardError }, at) => {
      expect(severity).toBeCloseTo(effects[30 + at]!, 9);
      expect(standardError).toBeCloseTo(sigma! * Math.sqrt(inverse[30 + at]![30 + at]!), 9);
    });
  });

  test("sums severities to zero inside each panel and estimates each as if it were alone", () => {
    const other = drawRatings({ applications: 9, reviewers: 4, each: 2, panel: "other " }, chance(5));
    const together = fitOf([...other, ...sparse]);
    expect(together.panels).toBe(2);
    for (const panel of [0, 1]) {
      const severities = together.reviewers.filter((reviewer) => reviewer.panel === panel);
      expect(sum(severities.map(({ severity }) => severity))).toBeCloseTo(0, 10);
    }
    const alone = [fitOf(other), fitOf(sparse)];
    const adjusted = alone.flatMap(({ applications }) => applications.map((item) => item.adjusted));
    together.applications.forEach((item, at) => expect(item.adjusted).toBeCloseTo(adjusted[at]!, 10));
    expect(together.residualDegrees).toBe(alone[0]!.residualDegrees + alone[1]!.residualDegrees);
  });

  test("by conjugate gradients equals the exact one, without standard errors", () => {
    const design = crossRatings(sparse);
    const [panel] = design.panels;
    const exact = estimatePanel(design, panel!)!;
    const iterative = estimatePanel(design, panel!, 1)!;
    expect(iterative.variances).toBeNull();
    iterative.severity.forEach((value, at) => expect(value).toBeCloseTo(exact.severity[at]!, 9));
    iterative.adjusted.forEach((value, at) => expect(value).toBeCloseTo(exact.adjusted[at]!, 9));
  });

  test("does not depend on the order of the ratings", () => {
    const turned = fitOf(sparse.toReversed());
    for (const { application, adjusted } of fitOf(sparse).applications) {
      expect(turned.applications.find((item) => item.application === application)!.adjusted).toBeCloseTo(adjusted, 10);
    }
  });

  test("has no sigma and no errors where there are no spare reviews", () => {
    const fit = fitOf([
      { application: "a", reviewer: "x", score: 2 },
      { application: "a", reviewer: "y", score: 5 },
      { application: "b", reviewer: "z", score: 4 },
    ]);
    expect(fit).toMatchObject({ panels: 2, residualDegrees: 0, sigma: null });
    expect(fit.applications.map(({ adjusted }) => adjusted)).toEqual([3.5, 4]);
    expect(fit.reviewers.map(({ severity }) => severity)).toEqual(
      [-1.5, 1.5, 0].map((value) => expect.closeTo(value, 12)),
    );
    expect(fit.applications.every(({ standardError }) => standardError === null)).toBe(true);
  });

  test("counts a repeated review twice", () => {
    const fit = fitOf([
      { application: "a", reviewer: "x", score: 1 },
      { application: "a", reviewer: "x", score: 3 },
    ]);
    expect(fit.applications[0]).toMatchObject({ adjusted: 2, reviews: 2 });
    expect(fit).toMatchObject({ residualDegrees: 1, residualSumOfSquares: 2 });
  });

  test("takes a reviewer without any variation like any other", () => {
    const fit = fitOf(sparse.map((rating) => (rating.reviewer === "reviewer 0" ? { ...rating, score: 4 } : rating)));
    expect(fit.reviewers.every(({ severity }) => Number.isFinite(severity))).toBe(true);
  });

  test("of nothing is empty", () => {
    expect(fitOf([])).toMatchObject({ applications: [], reviewers: [], panels: 0, residualDegrees: 0, sigma: null });
  });

  test("refuses a score that is not finite", () => {
    const fit = estimateAdditiveSeverity([{ application: "a", reviewer: "x", score: Number.NaN }]);
    expect(fit).toEqual({ ok: false, refusal: { kind: "score_not_finite" } });
  });
});

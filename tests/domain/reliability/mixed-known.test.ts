import { describe, expect, test } from "vitest";
import { crossRatings, type Rating } from "#app/domain/reliability/algebra/crossed-design.ts";
import { arrangePanels, solveMixed } from "#app/domain/reliability/mixed-equations.ts";
import { predictWithKnownVariances } from "#app/domain/reliability/mixed-known.ts";
import type { MixedFit, VarianceComponents } from "#app/domain/reliability/mixed-model.ts";
import { chance, denseMixed, drawRatings, solveDense } from "./dense-reference.ts";

function fitOf(ratings: readonly Rating[], variances: VarianceComponents): MixedFit {
  const fit = predictWithKnownVariances(ratings, variances);
  if (!fit.ok) throw new Error(fit.refusal.kind);
  return fit.value;
}

const ratings = [
  ...drawRatings({ applications: 20, reviewers: 5, each: 2 }, chance(21)),
  ...drawRatings({ applications: 4, reviewers: 9, each: 6, panel: "other " }, chance(22)),
];

describe("prediction with known variances", () => {
  test.each([
    { application: 0.8, reviewer: 0.3, residual: 0.5 },
    { application: 0, reviewer: 0.3, residual: 0.5 },
    { application: 0.8, reviewer: 0, residual: 0.5 },
    { application: 0, reviewer: 0, residual: 2 },
    { application: 50, reviewer: 40, residual: 0.001 },
  ])("equals that from the covariance matrix of all scores: %o", (variances) => {
    const fit = fitOf(ratings, variances);
    const reference = denseMixed(ratings, variances);
    expect(fit.mean).toBeCloseTo(reference.mean, 8);
    expect(fit.meanStandardError).toBeCloseTo(reference.meanStandardError, 8);
    expect(fit.panels).toBe(2);
    fit.applications.forEach(({ application, effect }) =>
      expect(effect).toBeCloseTo(reference.application(application), 8),
    );
    fit.reviewers.forEach(({ reviewer, effect }) => expect(effect).toBeCloseTo(reference.reviewer(reviewer), 8));
  });

  test("has the errors of Henderson's equations, with and without the mean's", () => {
    const { application, reviewer, residual } = { application: 0.8, reviewer: 0.3, residual: 0.5 };
    const fit = fitOf(ratings, { application, reviewer, residual });
    const { applications, reviewers } = crossRatings(ratings);
    const columns = [
      ...applications.map((name) => (rating: Rating) => (rating.application === name ? 1 : 0)),
      ...reviewers.map((name) => (rating: Rating) => (rating.reviewer === name ? 1 : 0)),
      () => 1,
    ];
    const coefficients = (count: number) =>
      columns.slice(0, count).map((left, row) =>
        columns.slice(0, count).map((right, column) => {
          const met = ratings.reduce((total, rating) => total + left(rating) * right(rating), 0) / residual;
          if (row !== column || row === columns.length - 1) return met;
          return met + (row < applications.length ? 1 / application : 1 / reviewer);
        }),
      );
    const inverse = (count: number) =>
      solveDense(
        coefficients(count),
        coefficients(count).map((_, row) => columns.slice(0, count).map((__, column) => (row === column ? 1 : 0))),
      ).x;
    const [given, whole] = [inverse(columns.length - 1), inverse(columns.length)];
    [...fit.applications, ...fit.reviewers].forEach(({ standardDeviation, predictionError }, at) => {
      expect(standardDeviation).toBeCloseTo(Math.sqrt(given[at]![at]!), 9);
      expect(predictionError).toBeCloseTo(Math.sqrt(whole[at]![at]!), 9);
    });
  });

  test("of one review shrinks it towards itself only", () => {
    const fit = fitOf([{ application: "a", reviewer: "x", score: 7 }], { application: 1, reviewer: 1, residual: 1 });
    expect(fit.mean).toBeCloseTo(7, 12);
    expect(fit.applications[0]!.effect).toBeCloseTo(0, 12);
    expect(fit.meanStandardError).toBeCloseTo(Math.sqrt(3), 12);
  });

  test("of a panel too large to factor gives the same effects without their errors", () => {
    const panels = arrangePanels(crossRatings(ratings));
    const ratios = { application: 1.6, reviewer: 0.6 };
    const exact = solveMixed(panels, ratios)!;
    const iterative = solveMixed(panels, ratios, 1)!;
    expect(iterative.mean).toBeCloseTo(exact.mean, 9);
    iterative.application.forEach((value, at) => expect(value).toBeCloseTo(exact.application[at]!, 9));
    expect(iterative).toMatchObject({ logDeterminant: null });
    expect(iterative.errors()).toBeNull();
  });

  test.each([
    { application: -1, reviewer: 1, residual: 1 },
    { application: 1, reviewer: Number.NaN, residual: 1 },
    { application: 1, reviewer: 1, residual: 0 },
    { application: 1, reviewer: 1, residual: Number.POSITIVE_INFINITY },
    { application: Number.POSITIVE_INFINITY, reviewer: 1, residual: 1 },
  ])("refuses variances that are none: %o", (variances) => {
    expect(predictWithKnownVariances(ratings, variances)).toEqual({
      ok: false,
      refusal: { kind: "variance_not_allowed" },
    });
  });

  test("refuses no reviews and scores that are not finite", () => {
    const variances = { application: 1, reviewer: 1, residual: 1 };
    expect(predictWithKnownVariances([], variances)).toMatchObject({ refusal: { kind: "no_reviews" } });
    const undefinedScore = [{ application: "a", reviewer: "x", score: Number.NaN }];
    expect(predictWithKnownVariances(undefinedScore, variances)).toMatchObject({
      refusal: { kind: "score_not_finite" },
    });
  });
});

import { describe, expect, test } from "vitest";
import { chance, sum } from "./dense-reference.ts";
import { fitOf, severityOf, simulate, world } from "./rasch-simulation.ts";

const reviews = simulate(world, 42);
const fit = fitOf(reviews);

describe("the Rasch model on simulated reviews", () => {
  test("finds the severities within three standard errors, and they sum to zero", () => {
    world.severities.forEach((severity, at) => {
      const found = fit.reviewers.find(({ reviewer }) => reviewer === `r${at}`)!;
      expect(Math.abs(found.severity - severity)).toBeLessThan(3 * found.standardError);
      expect(found.standardError).toBeGreaterThan(0.03);
      expect(found.standardError).toBeLessThan(0.12);
    });
    expect(sum(fit.reviewers.map(({ severity }) => severity))).toBeCloseTo(0, 9);
    expect(sum(fit.reviewers.map((reviewer) => reviewer.reviews))).toBe(1500);
  });

  test("finds difficulties, steps and the spread of the applications", () => {
    fit.criteria.forEach(({ criterion, lowest, difficulty, steps }) => {
      const thresholds = world.thresholds[criterion]!;
      expect(lowest).toBe(0);
      expect(difficulty).toBeCloseTo(sum(thresholds) / thresholds.length, 0);
      expect(sum(steps)).toBeCloseTo(0, 9);
      steps.forEach((step, at) => expect(Math.abs(difficulty + step - thresholds[at]!)).toBeLessThan(0.35));
    });
    expect(Math.sqrt(fit.abilityVariance)).toBeCloseTo(1.3, 0);
  });

  test("finds reviewers who follow the model fitting: mean squares near 1", () => {
    for (const { infit, outfit } of fit.reviewers) {
      expect(infit).toBeGreaterThan(0.85);
      expect(infit).toBeLessThan(1.15);
      expect(outfit).toBeGreaterThan(0.8);
      expect(outfit).toBeLessThan(1.2);
    }
  });

  test("finds a reviewer who scores at random erratic, and one who always scores the middle too even", () => {
    const { uniform } = chance(8);
    const strange = fitOf(
      reviews.map((review) => {
        if (review.reviewer === "r2") return { ...review, scores: [4, 3, 4].map((all) => Math.floor(all * uniform())) };
        if (review.reviewer === "r4") return { ...review, scores: [1, 1, 1] };
        return review;
      }),
    );
    const fitOfReviewer = (name: string) => strange.reviewers.find(({ reviewer }) => reviewer === name)!;
    expect(fitOfReviewer("r2").outfit).toBeGreaterThan(1.5);
    expect(fitOfReviewer("r2").infit).toBeGreaterThan(1.5);
    expect(fitOfReviewer("r4").infit).toBeLessThan(0.7);
  });

  test("does not depend on the order of reviews, applications or reviewers", () => {
    const turned = fitOf(reviews.toReversed());
    for (const { reviewer, severity } of fit.reviewers) expect(severityOf(turned, reviewer)).toBeCloseTo(severity, 5);
    expect(turned.deviance).toBeCloseTo(fit.deviance, 5);
  });

  test("does not depend on where the scales begin", () => {
    const shifted = fitOf(reviews.map((review) => ({ ...review, scores: review.scores.map((score) => score! + 3) })));
    expect(shifted.criteria.map(({ lowest }) => lowest)).toEqual([3, 3, 3]);
    for (const { reviewer, severity } of fit.reviewers) expect(severityOf(shifted, reviewer)).toBeCloseTo(severity, 6);
  });

  test("lets a criterion without variation out", () => {
    const wider = fitOf(reviews.map((review) => ({ ...review, scores: [5, ...review.scores] })));
    expect(wider.criteria.map(({ criterion }) => criterion)).toEqual([1, 2, 3]);
    expect(severityOf(wider, "r0")).toBeCloseTo(severityOf(fit, "r0"), 6);
  });
});

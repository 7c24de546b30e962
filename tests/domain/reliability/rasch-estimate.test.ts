import { describe, expect, test } from "vitest";
import type { CriteriaReview } from "#app/domain/reliability/rasch-data.ts";
import { solveDense, sum } from "./dense-reference.ts";
import { fitOf, probabilities, severityOf, simulate, world, type World } from "./rasch-simulation.ts";

/** Marginal log likelihood by Simpson's rule on a fine grid, written without the product's curves. */
function logLikelihood(given: readonly CriteriaReview[], { severities, thresholds, spread }: World): number {
  const step = 0.05;
  const grid = Array.from({ length: 281 }, (_, at) => ({
    z: -7 + at * step,
    weight: ((at === 0 || at === 280 ? 1 : at % 2 === 1 ? 4 : 2) * step) / 3 / Math.sqrt(2 * Math.PI),
  }));
  const chances = grid.map(({ z }) =>
    severities.map((severity) => thresholds.map((own) => probabilities(spread * z - severity, own))),
  );
  const names = [...new Set(given.map(({ application }) => application))];
  return sum(
    names.map((name) => {
      const own = given.filter(({ application }) => application === name);
      const heights = grid.map(({ z, weight }, at) => {
        let height = weight * Math.exp((-z * z) / 2);
        for (const { reviewer, scores } of own) {
          const curves = chances[at]![Number(reviewer.slice(1))]!;
          scores.forEach((score, criterion) => (height *= curves[criterion]![score!]!));
        }
        return height;
      });
      return Math.log(sum(heights));
    }),
  );
}

describe("the estimate", () => {
  const small = simulate(
    { ...world, applications: 40, severities: [-0.6, 0, 0.2, 0.4], thresholds: [[-1, 1], [0.3]] },
    5,
  );
  const estimate = fitOf(small);
  const names = ["r0", "r1", "r2", "r3"];
  const at: World = {
    applications: 40,
    each: 3,
    spread: Math.sqrt(estimate.abilityVariance),
    severities: names.map((name) => severityOf(estimate, name)),
    thresholds: estimate.criteria.map(({ difficulty, steps }) => steps.map((step) => difficulty + step)),
  };
  /** Severities (all but the last, which balances them), thresholds, spread. */
  const moved = (changes: readonly number[]): number => {
    const free = at.severities.slice(0, 3).map((value, index) => value + changes[index]!);
    return logLikelihood(small, {
      ...at,
      severities: [...free, -sum(free)],
      thresholds: [
        [at.thresholds[0]![0]! + changes[3]!, at.thresholds[0]![1]! + changes[4]!],
        [at.thresholds[1]![0]! + changes[5]!],
      ],
      spread: at.spread + changes[6]!,
    });
  };
  const none = Array.from({ length: 7 }, () => 0);
  const along = (...steps: readonly (readonly [number, number])[]): readonly number[] =>
    none.map((_, index) => sum(steps.map(([axis, length]) => (axis === index ? length : 0))));

  test("has the deviance of an independent integration", () => {
    expect(estimate.deviance).toBeCloseTo(-2 * moved(none), 6);
  });

  test("is where the likelihood is highest", () => {
    const top = moved(none);
    none.forEach((_, axis) => {
      for (const length of [-0.05, 0.05]) expect(moved(along([axis, length]))).toBeLessThan(top);
      const slope = (moved(along([axis, 1e-3])) - moved(along([axis, -1e-3]))) / 2e-3;
      // The weak prior's pull is all that is left.
      expect(Math.abs(slope)).toBeLessThan(0.02);
    });
  });

  test("has the standard errors of the likelihood's curvature", () => {
    const step = 0.01;
    const curvature = none.map((_, row) =>
      none.map((__, column) => {
        if (column > row) return Number.NaN;
        const height = (left: number, right: number): number =>
          moved(along([row, left * step], [column, right * step]));
        return -(height(1, 1) - height(1, -1) - height(-1, 1) + height(-1, -1)) / (4 * step * step);
      }),
    );
    const covariance = solveDense(
      curvature.map((values, row) => values.map((value, column) => (column > row ? curvature[column]![row]! : value))),
      none.map((_, row) => none.map((__, column) => (row === column ? 1 : 0))),
    ).x;
    names.slice(0, 3).forEach((name, index) => {
      const { standardError } = estimate.reviewers.find(({ reviewer }) => reviewer === name)!;
      expect(standardError / Math.sqrt(covariance[index]![index]!)).toBeCloseTo(1, 2);
    });
  });

  test("places applications by their scores: EAP between -4 and 4, with less than the prior's spread", () => {
    for (const { ability, standardDeviation } of estimate.applications) {
      expect(Math.abs(ability)).toBeLessThan(4);
      expect(standardDeviation).toBeGreaterThan(0);
      expect(standardDeviation).toBeLessThan(at.spread);
    }
  });
});

import type { CrossedDesign } from "./algebra/crossed-design.ts";
import { minimiseFromStarts } from "./algebra/nelder-mead.ts";
import { solveMixed, type MixedPanels, type MixedSolution, type VarianceRatios } from "./mixed-equations.ts";

/** The REML estimate for standardised scores: residual variance, ratios and the solution at them. */
export type RemlOptimum = {
  readonly ratios: VarianceRatios;
  readonly residual: number;
  readonly deviance: number;
  readonly solution: MixedSolution;
};

/** Ratios above it are not looked at. */
const largestRatio = 1e10;

/** The sum of both ratios that stands for a residual variance of 0. */
const withoutResidual = 1e7;

/** Lower boundary criteria win ties within this. */
const tie = 1e-8;

type Located = { readonly ratios: VarianceRatios; readonly deviance: number };

/**
 * Minimises the REML criterion over the two variance ratios: the simplex from two starts inside, each boundary on its own
 * (application 0, reviewer 0, both 0; without spare reviews also residual practically 0), and the lowest of all, boundaries first on a tie.
 * Null = no point could be evaluated. Source: SELECTION D3; Patterson & Thompson 1971.
 */
export function minimiseReml(panels: MixedPanels): RemlOptimum | null {
  const devianceAt = (ratios: VarianceRatios): number => remlDeviance(panels, ratios);
  const search = (
    starts: readonly (readonly number[])[],
    ratiosAt: (at: readonly number[]) => VarianceRatios,
  ): Located => {
    const found = minimiseFromStarts((at) => devianceAt(ratiosAt(at)), starts);
    return { ratios: ratiosAt(found.at), deviance: found.value };
  };
  const neither: VarianceRatios = { application: 0, reviewer: 0 };
  const onApplications = ([log = 0]: readonly number[]): VarianceRatios => ({
    application: Math.exp(log),
    reviewer: 0,
  });
  const onReviewers = ([log = 0]: readonly number[]): VarianceRatios => ({ application: 0, reviewer: Math.exp(log) });
  const inside = ([first = 0, second = 0]: readonly number[]): VarianceRatios => ({
    application: Math.exp(first),
    reviewer: Math.exp(second),
  });
  // The residual's boundary: only the share of the two other variances is free.
  const onShares = ([logit = 0]: readonly number[]): VarianceRatios => ({
    application: withoutResidual / (1 + Math.exp(-logit)),
    reviewer: withoutResidual / (1 + Math.exp(logit)),
  });

  const located: readonly Located[] = [
    { ratios: neither, deviance: devianceAt(neither) },
    search([[0]], onApplications),
    search([[0]], onReviewers),
    ...(hasSpareReviews(panels.design) ? [] : [search([[0]], onShares)]),
    search(
      [
        [0, 0],
        [-2, -4],
      ],
      inside,
    ),
  ];
  const lowest = Math.min(...located.map(({ deviance }) => deviance));
  const best = located.find(({ deviance }) => deviance <= lowest + tie);
  const solution = best && solveMixed(panels, best.ratios, Infinity);
  if (!best || !solution) return null;
  const residual = solution.penalisedSquares / (panels.design.score.length - 1);
  return { ...best, residual, solution };
}

/** Whether there are more reviews than effects: then a residual variance of 0 cannot be likeliest unless the scores fit exactly. */
export function hasSpareReviews({ score, applications, reviewers, panels }: CrossedDesign): boolean {
  return score.length > applications.length + reviewers.length - panels.length;
}

/** Twice the negative restricted log likelihood, the residual variance profiled out; Infinity where it cannot be had. */
function remlDeviance(panels: MixedPanels, ratios: VarianceRatios): number {
  if (ratios.application > largestRatio || ratios.reviewer > largestRatio) return Infinity;
  const solution = solveMixed(panels, ratios, Infinity);
  if (!solution || solution.logDeterminant === null) return Infinity;
  const degrees = panels.design.score.length - 1;
  const residual = solution.penalisedSquares / degrees;
  const deviance =
    degrees * (1 + Math.log(2 * Math.PI * residual)) + solution.logDeterminant + Math.log(solution.weightOfMean);
  return Number.isFinite(deviance) ? deviance : Infinity;
}

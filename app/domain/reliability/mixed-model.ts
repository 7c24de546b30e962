import type { CrossedDesign, Rating } from "./algebra/crossed-design.ts";
import type { MixedSolution } from "./mixed-equations.ts";

/** Variances in squared points, 0 or more. */
export type VarianceComponents = {
  readonly application: number;
  readonly reviewer: number;
  readonly residual: number;
};

/**
 * A predicted effect (BLUP) in points. `standardDeviation` = posterior, given the mean; `predictionError` = with the mean's own
 * uncertainty. Null = the panel was too large for them.
 */
type Predicted = {
  readonly reviews: number;
  readonly effect: number;
  readonly standardDeviation: number | null;
  readonly predictionError: number | null;
};

/** `calibrated` = mean + effect: the score that an average reviewer is expected to give, in points. */
export type PredictedApplication = Predicted & { readonly application: string; readonly calibrated: number };

/** `effect` above 0 = marks higher than the average reviewer. */
export type PredictedReviewer = Predicted & { readonly reviewer: string };

export type MixedFit = {
  readonly mean: number;
  readonly meanStandardError: number;
  readonly variances: VarianceComponents;
  readonly applications: readonly PredictedApplication[];
  readonly reviewers: readonly PredictedReviewer[];
  /** Connected components of the application-reviewer graph. */
  readonly panels: number;
};

export type RatingsRefusal = { readonly kind: "no_reviews" } | { readonly kind: "score_not_finite" };

/** What is wrong with the ratings of any mixed model; null = nothing. */
export function ratingsProblem(ratings: readonly Rating[]): RatingsRefusal | null {
  if (ratings.length === 0) return { kind: "no_reviews" };
  return ratings.every(({ score }) => Number.isFinite(score)) ? null : { kind: "score_not_finite" };
}

type Description = { readonly solution: MixedSolution; readonly variances: VarianceComponents; readonly unit: number };

/** Names a solution's numbers; `unit` = the residual variance that its errors are measured in. */
export function describeMixed(design: CrossedDesign, { solution, variances, unit }: Description): MixedFit {
  const errors = solution.errors();
  const root = (variance: number | undefined): number | null =>
    variance === undefined ? null : Math.sqrt(unit * Math.max(0, variance));
  const predicted = (side: "application" | "reviewer", at: number): Omit<Predicted, "reviews"> => ({
    effect: solution[side][at] ?? 0,
    standardDeviation: root(errors?.given[side][at]),
    predictionError: root(errors?.whole[side][at]),
  });
  const reviews = { application: countsOf(design.application), reviewer: countsOf(design.reviewer) };
  return {
    mean: solution.mean,
    meanStandardError: Math.sqrt(unit / solution.weightOfMean),
    variances,
    applications: design.applications.map((application, at) => ({
      application,
      reviews: reviews.application.get(at) ?? 0,
      ...predicted("application", at),
      calibrated: solution.mean + (solution.application[at] ?? 0),
    })),
    reviewers: design.reviewers.map((reviewer, at) => ({
      reviewer,
      reviews: reviews.reviewer.get(at) ?? 0,
      ...predicted("reviewer", at),
    })),
    panels: design.panels.length,
  };
}

function countsOf(numbers: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

import { done, refuse, type Result } from "#app/domain/result.ts";
import { invertCholesky } from "./algebra/cholesky.ts";
import { nodes } from "./rasch-curves.ts";
import { arrangeReviews, type CriteriaReview, type RaschData, type RaschDataRefusal } from "./rasch-data.ts";
import { maximiseRasch, type RaschEstimate } from "./rasch-estimate.ts";
import { fitOfReviewers, type MeanSquareFit } from "./rasch-fit-statistics.ts";

/** In logits. `severity` above 0 = harder to please than the mean reviewer (all severities sum to 0). */
export type RaschReviewer = MeanSquareFit & {
  readonly reviewer: string;
  readonly reviews: number;
  readonly severity: number;
  readonly standardError: number;
};

/** `difficulty` = mean of the thresholds; step k leads from the score `lowest` + k - 1 to `lowest` + k; steps sum to 0. */
export type RaschScale = {
  readonly criterion: number;
  readonly lowest: number;
  readonly difficulty: number;
  readonly steps: readonly number[];
};

/** Expected ability a posteriori (EAP) in logits, applications being 0 on average. */
export type RaschApplication = {
  readonly application: string;
  readonly ability: number;
  readonly standardDeviation: number;
};

export type RaschFit = {
  readonly reviewers: readonly RaschReviewer[];
  readonly criteria: readonly RaschScale[];
  readonly applications: readonly RaschApplication[];
  readonly abilityVariance: number;
  /** Twice the negative log likelihood. */
  readonly deviance: number;
};

export type RaschRefusal = RaschDataRefusal | { readonly kind: "not_converged" };

/**
 * Many-facet Rasch model (worth showing from some 150 reviews on), partial credit: ln(P_k / P_(k-1)) = ability - difficulty of the criterion - severity of the reviewer - step,
 * abilities normal around 0, severities summing to 0, by maximum marginal likelihood. Standard errors are of the contrast with the
 * mean reviewer. Refuses what RaschRefusal says. Source: SELECTION D4; Linacre 1989; Eckes 2015; Masters 1982.
 */
export function estimateRaschSeverity(reviews: readonly CriteriaReview[]): Result<RaschFit, RaschRefusal> {
  const data = arrangeReviews(reviews);
  if (!data.ok) return data;
  const estimate = maximiseRasch(data.value);
  return estimate ? done(describe(data.value, estimate)) : refuse({ kind: "not_converged" });
}

function describe(data: RaschData, estimate: RaschEstimate): RaschFit {
  const { values, posterior } = estimate;
  const { firstReviewer, spread } = data.parameters;
  const severities = values.subarray(firstReviewer, spread);
  const middle = severities.reduce((sum, value) => sum + value, 0) / severities.length;
  const errors = contrastErrors(data, estimate);
  const fits = fitOfReviewers(data, estimate);
  // Its sign is free, the nodes being symmetric.
  const scale = values[spread] ?? 0;
  return {
    reviewers: data.reviewers.map((reviewer, at) => ({
      reviewer,
      reviews: data.reviews[at] ?? 0,
      severity: (severities[at] ?? 0) - middle,
      standardError: errors[at] ?? 0,
      ...(fits[at] ?? { infit: 1, outfit: 1 }),
    })),
    criteria: data.criteria.map(({ criterion, lowest, offset, steps }) => {
      const thresholds = [...values.subarray(offset, offset + steps)].map((value) => value + middle);
      const difficulty = thresholds.reduce((sum, value) => sum + value, 0) / steps;
      return { criterion, lowest, difficulty, steps: thresholds.map((value) => value - difficulty) };
    }),
    applications: data.applications.map((application, at) => ({
      application,
      ...momentsOf(posterior.weights[at] ?? new Float64Array(), scale),
    })),
    abilityVariance: scale * scale,
    deviance: -2 * posterior.logLikelihood,
  };
}

/** Standard errors of severity less mean severity. */
function contrastErrors({ reviewers, parameters }: RaschData, { information }: RaschEstimate): readonly number[] {
  const covariance = invertCholesky(information);
  const size = information.size;
  const entry = (row: number, column: number): number =>
    covariance[(parameters.firstReviewer + row) * size + parameters.firstReviewer + column] ?? 0;
  const rowMeans = reviewers.map(
    (_, row) => reviewers.reduce((sum, _other, column) => sum + entry(row, column), 0) / reviewers.length,
  );
  const whole = rowMeans.reduce((sum, value) => sum + value, 0) / reviewers.length;
  return rowMeans.map((mean, at) => Math.sqrt(Math.max(0, entry(at, at) - 2 * mean + whole)));
}

function momentsOf(
  weights: Float64Array,
  spread: number,
): { readonly ability: number; readonly standardDeviation: number } {
  let [first, second] = [0, 0];
  weights.forEach((weight, at) => {
    const place = spread * (nodes[at] ?? 0);
    first += weight * place;
    second += weight * place * place;
  });
  return { ability: first, standardDeviation: Math.sqrt(Math.max(0, second - first * first)) };
}

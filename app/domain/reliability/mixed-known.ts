import { done, refuse, type Result } from "#app/domain/result.ts";
import { crossRatings, type Rating } from "./algebra/crossed-design.ts";
import { arrangePanels, solveMixed } from "./mixed-equations.ts";
import {
  describeMixed,
  ratingsProblem,
  type MixedFit,
  type RatingsRefusal,
  type VarianceComponents,
} from "./mixed-model.ts";

export type KnownVariancesRefusal =
  RatingsRefusal | { readonly kind: "variance_not_allowed" } | { readonly kind: "not_solved" };

/**
 * Predicts applications and reviewers (BLUP) with variance components that are given, e.g. published before the call:
 * y = mu + f_i + b_j + e. A component of 0 leaves its side out (effects 0).
 * Refuses no reviews, a score that is not finite, a negative or infinite variance, a residual variance of 0 (`variance_not_allowed`).
 * Source: SELECTION D3; Henderson 1953; Platt & Burges 2012.
 */
export function predictWithKnownVariances(
  ratings: readonly Rating[],
  variances: VarianceComponents,
): Result<MixedFit, KnownVariancesRefusal> {
  const problem = ratingsProblem(ratings);
  if (problem) return refuse(problem);
  const { application, reviewer, residual } = variances;
  const ratios = { application: application / residual, reviewer: reviewer / residual };
  const isAllowed = (ratio: number): boolean => Number.isFinite(ratio) && ratio >= 0;
  if (!(residual > 0 && Number.isFinite(residual) && isAllowed(ratios.application) && isAllowed(ratios.reviewer))) {
    return refuse({ kind: "variance_not_allowed" });
  }
  const design = crossRatings(ratings);
  const solution = solveMixed(arrangePanels(design), ratios);
  return solution
    ? done(describeMixed(design, { solution, variances, unit: residual }))
    : refuse({ kind: "not_solved" });
}

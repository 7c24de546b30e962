import { finiteOrNull } from "./finite.ts";

/**
 * The reliability of the mean of k reviews when one review has `reliability` (at most 1), for k > 0; null = undefined.
 * With k = (k+1)/k it answers "one more review would raise it to". Source: Spearman 1910, Brown 1910; SELECTION D6.
 */
export function spearmanBrown(reliability: number, k: number): number | null {
  return finiteOrNull((k * reliability) / (1 + (k - 1) * reliability));
}

/**
 * The least number of reviews an application needs for its mean to reach `target`, both reliabilities above 0 and below 1;
 * null = cannot be reached or outside these ranges. Source: the Spearman-Brown formula solved for k.
 */
export function reviewsNeeded(reliability: number, target: number): number | null {
  if (!(reliability > 0 && reliability < 1 && target > 0 && target < 1)) return null;
  const needed = (target * (1 - reliability)) / (reliability * (1 - target));
  // Rounding noise must not ask for one review more: 3.0000000000000004 is 3.
  return Math.max(1, Math.ceil(needed - 1e-9));
}

/** Variances (0 or more) of the mixed model: of applications, of reviewers, of what is left. Score units squared. */
export type VarianceComponents = { readonly application: number; readonly reviewer: number; readonly residual: number };

/** Reliability of the mean of k reviews in a sparse design, 0 to 1: va / (va + (vb + ve) / k); null = undefined. Source: SELECTION D6. */
export function reliabilityOfMean(variances: VarianceComponents, k: number): number | null {
  const error = (variances.reviewer + variances.residual) / k;
  return finiteOrNull(variances.application / (variances.application + error));
}

/** Standard error of measurement in score units from the standard deviation of the scores: sd·√(1 − reliability). null above 1. */
export function errorFromReliability(sd: number, reliability: number): number | null {
  return finiteOrNull(sd * Math.sqrt(1 - reliability));
}

/** Standard error of measurement of the mean of k reviews in score units: √((vb + ve) / k). Source: SELECTION D6. */
export function errorFromVariances(variances: VarianceComponents, k: number): number | null {
  return finiteOrNull(Math.sqrt((variances.reviewer + variances.residual) / k));
}

import { finiteOrNull } from "./finite.ts";
import type { VarianceComponents } from "./mixed-model.ts";

/** `reliability` from 0 to 1; null = no variation at all. `errorOfMeasurement` in points (SEM). */
export type MeanReliability = { readonly reliability: number | null; readonly errorOfMeasurement: number };

/**
 * Reliability of the mean of k reviews by different reviewers, for any (sparse) design: va / (va + (vb + ve) / k), and the
 * standard error of measurement of that mean, sqrt((vb + ve) / k). `reviews` is a whole number of 1 or more (RangeError otherwise).
 * Variances of everybody, never of the selected only. Source: SELECTION D6.
 */
export function reliabilityOfMean(variances: VarianceComponents, reviews: number): MeanReliability {
  if (!Number.isSafeInteger(reviews) || reviews < 1) throw new RangeError(`no mean of ${reviews} reviews`);
  const error = (variances.reviewer + variances.residual) / reviews;
  return {
    reliability: finiteOrNull(variances.application / (variances.application + error)),
    errorOfMeasurement: Math.sqrt(error),
  };
}

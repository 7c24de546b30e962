import { varianceAt } from "./rasch-curves.ts";
import type { RaschData } from "./rasch-data.ts";
import type { RaschEstimate } from "./rasch-estimate.ts";

/** Mean squares, expected 1: above about 1.5 = erratic, below about 0.5 = too even. Outfit weighs every score alike, infit by information. */
export type MeanSquareFit = { readonly infit: number; readonly outfit: number };

/**
 * Infit and outfit of every reviewer, averaged over where the applications may stand (posterior), so that shrinkage does not make
 * them too small. Source: Wright & Masters 1982; Wu, Adams & Wilson (plausible values); SELECTION D4.
 */
export function fitOfReviewers(data: RaschData, { curves, posterior }: RaschEstimate): readonly MeanSquareFit[] {
  const sums = data.reviewers.map(() => ({ squared: 0, variance: 0, standardised: 0, scores: 0 }));
  data.observations.forEach((scores, application) => {
    for (const { cell, category } of scores) {
      const curve = curves[cell];
      const sum = curve && sums[curve.reviewer];
      if (!sum) continue;
      posterior.weights[application]?.forEach((weight, node) => {
        if (weight < 1e-12) return;
        const squared = (category - (curve.expected[node] ?? 0)) ** 2;
        const variance = varianceAt(curve, node);
        sum.squared += weight * squared;
        sum.variance += weight * variance;
        // A variance that rounds to 0 belongs to a certain score: it fits.
        sum.standardised += variance > 1e-12 ? (weight * squared) / variance : 0;
      });
      sum.scores += 1;
    }
  });
  return sums.map(({ squared, variance, standardised, scores }) => ({
    infit: variance > 0 ? squared / variance : 1,
    outfit: scores > 0 ? standardised / scores : 1,
  }));
}

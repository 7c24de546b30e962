import { compareText } from "#app/domain/exact/compare-text.ts";
import { advisedReviewsPerReviewer } from "./minimum-sample.ts";

/** One reviewer's severity as any model estimates it; standard error null = unknown. */
export type SeverityEstimate = {
  readonly reviewer: string;
  readonly reviews: number;
  readonly severity: number;
  readonly standardError: number | null;
};

/** `interval` of 95 %: estimate +- 1.96 standard errors; null = unknown. `unsteady` = fewer than 15 reviews. */
export type SeverityRow = SeverityEstimate & {
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly unsteady: boolean;
};

/**
 * The severity table for the board, highest severity first, equal ones by the reviewer's name. In the additive and the mixed model high means
 * generous marks, in the Rasch model strict ones. Advisory only. Source: SELECTION D5.
 */
export function severityTable(estimates: readonly SeverityEstimate[]): readonly SeverityRow[] {
  return estimates
    .map((estimate) => ({
      ...estimate,
      interval: intervalOf(estimate),
      unsteady: estimate.reviews < advisedReviewsPerReviewer,
    }))
    .toSorted((left, right) => right.severity - left.severity || compareText(left.reviewer, right.reviewer));
}

function intervalOf({ severity, standardError }: SeverityEstimate): SeverityRow["interval"] {
  if (standardError === null) return null;
  return { lower: severity - 1.96 * standardError, upper: severity + 1.96 * standardError };
}

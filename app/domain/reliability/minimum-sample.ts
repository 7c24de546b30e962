/**
 * What a statistic says instead of a number where the sample is too small: how many applications (or whatever `of` names) it
 * needs and how many there are.
 */
export type TooFew = {
  readonly kind: "too_few";
  readonly of: "applications" | "reviewers" | "reviews" | "pairable_scores";
  readonly needed: number;
  readonly have: number;
};

/** Whole numbers of 0 or more: below them the statistic answers TooFew. */
export type MinimumSample = { readonly applications: number; readonly reviewers: number };

/** The least that a two-way table of applications and reviewers needs for its formulas to mean anything. */
export const formulaMinimum: MinimumSample = { applications: 2, reviewers: 2 };

/** What screens should ask for before they show an intraclass correlation: 30 applications, 3 reviewers. Source: Koo & Li 2016. */
export const advisedMinimum: MinimumSample = { applications: 30, reviewers: 3 };

/** Reviews of one reviewer below which scores standardised on that reviewer say little. Source: SELECTION D5. */
export const advisedReviewsPerReviewer = 15;

/** The first shortage of a sample against a minimum, applications before reviewers; null = large enough. */
export function shortage(have: MinimumSample, needed: MinimumSample): TooFew | null {
  for (const of of ["applications", "reviewers"] as const) {
    if (have[of] < needed[of]) return { kind: "too_few", of, needed: needed[of], have: have[of] };
  }
  return null;
}

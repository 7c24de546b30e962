import { finiteOrNull } from "./finite.ts";

/** One score of one reviewer; null = the reviewer gave none. */
export type ReviewerScore = { readonly reviewer: string; readonly score: number | null };

/** How a reviewer scored: number of scores, mean and sample standard deviation (n − 1); null where there are too few. */
export type ReviewerSpread = { readonly reviews: number; readonly mean: number | null; readonly sd: number | null };

/** z in standard deviations of the own reviewer, T = 50 + 10 z; both null where undefined. */
export type StandardScore = { readonly z: number | null; readonly t: number | null };

const undefinedScore: StandardScore = { z: null, t: null };

/**
 * Every score standardised on its own reviewer, in the order given. Undefined (null) for a reviewer with fewer than
 * `minimum` scores (never below 2) or with no spread. Fair only where applications were allotted at random in large batches:
 * otherwise it punishes whoever got strong files. Source: SELECTION D2.
 */
export function standardScores(scores: readonly ReviewerScore[], minimum = 2): readonly StandardScore[] {
  const spreads = reviewerSpreads(scores);
  return scores.map(({ reviewer, score }) => {
    const { reviews = 0, mean = null, sd = null } = spreads.get(reviewer) ?? {};
    if (score === null || mean === null || sd === null || sd === 0 || reviews < minimum) return undefinedScore;
    const z = (score - mean) / sd;
    return { z, t: 50 + 10 * z };
  });
}

/** By reviewer, in the order of their first score. A reviewer whose scores are all equal has a spread of exactly 0. */
export function reviewerSpreads(scores: readonly ReviewerScore[]): ReadonlyMap<string, ReviewerSpread> {
  const given = new Map<string, number[]>();
  for (const { reviewer, score } of scores) {
    const own = given.get(reviewer) ?? [];
    if (score !== null) own.push(score);
    given.set(reviewer, own);
  }
  return new Map([...given].map(([reviewer, own]) => [reviewer, spreadOf(own)]));
}

function spreadOf(scores: readonly number[]): ReviewerSpread {
  const reviews = scores.length;
  // Equal scores have the mean they are: adding and dividing (0.1 three times) would leave a spread of rounding noise.
  if (scores.every((score) => score === scores[0])) {
    return { reviews, mean: scores[0] ?? null, sd: reviews < 2 ? null : 0 };
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / reviews;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { reviews, mean, sd: finiteOrNull(Math.sqrt(squares / (reviews - 1))) };
}

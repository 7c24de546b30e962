import type { TooFew } from "./minimum-sample.ts";
import type { Estimate } from "./rank-interval.ts";

/**
 * The mean of every application with a standard error from the pooled variance within applications: with two or three reviews
 * each, the spread of one application alone says nothing. Applications without a review have null. Answers TooFew where no
 * application has two reviews. Source: SELECTION D7 (r = 3 understates variance); Shrout & Fleiss 1979 (WMS).
 */
export function pooledEstimates(
  reviews: readonly (readonly number[])[],
): { readonly kind: "estimated"; readonly estimates: readonly (Estimate | null)[] } | TooFew {
  const means = reviews.map((scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length);
  const degrees = reviews.reduce((sum, scores) => sum + Math.max(0, scores.length - 1), 0);
  if (degrees === 0) {
    const have = reviews.reduce((most, scores) => Math.max(most, scores.length), 0);
    return { kind: "too_few", of: "reviews", needed: 2, have };
  }
  const squares = reviews.flatMap((scores, number) => scores.map((score) => (score - (means[number] ?? 0)) ** 2));
  const within = squares.reduce((sum, square) => sum + square, 0) / degrees;
  const estimates = reviews.map((scores, number) => {
    if (scores.length === 0) return null;
    return { value: means[number] ?? 0, standardError: Math.sqrt(within / scores.length) };
  });
  return { kind: "estimated", estimates };
}

import { compare, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import type { MissingScore } from "#app/domain/selection/scoring/scoring-rule.ts";

/** One review with its scores beside the criteria; null = not given. */
export type ReadReview = { readonly reviewer: string; readonly scores: readonly (Rational | null)[] };

export type CountedReviews =
  | { readonly status: "counted"; readonly reviews: readonly ReadReview[]; readonly leftOut: readonly string[] }
  | { readonly status: "insufficient_reviews" | "incomplete_review" };

type ToCount = {
  readonly reviews: readonly ReadReview[];
  readonly missingScore: MissingScore;
  readonly minimumReviews: number;
};

/**
 * Which reviews of one application count (SELECTION A6): nothing is imputed. `block` refuses an empty score,
 * `drop_review` leaves the review out, `per_criterion` keeps what a review has and leaves out one that has nothing.
 * Throws on a reviewer who stands twice.
 */
export function countReviews({ reviews, missingScore, minimumReviews }: ToCount): CountedReviews {
  if (new Set(reviews.map(({ reviewer }) => reviewer)).size !== reviews.length) {
    throw new RangeError("a reviewer stands twice among the reviews of one application");
  }
  if (reviews.length < minimumReviews) return { status: "insufficient_reviews" };
  const counts = reviews.map(({ scores }) => isCounted(scores, missingScore));
  if (missingScore === "block" && counts.includes(false)) return { status: "incomplete_review" };
  const counted = reviews.filter((_, index) => counts[index]);
  if (counted.length < minimumReviews) return { status: "insufficient_reviews" };
  const leftOut = reviews.filter((_, index) => !counts[index]).map(({ reviewer }) => reviewer);
  return { status: "counted", reviews: counted, leftOut };
}

function isCounted(scores: ReadReview["scores"], missingScore: MissingScore): boolean {
  if (missingScore === "per_criterion") return scores.some((score) => score !== null);
  return !scores.includes(null);
}

/** A score as it was written. Throws below 0, above `max` (where there is one), and on malformed text. */
export function readScore(text: string, max: string | null): Rational {
  const value = rationalOf(text);
  if (value.numerator >= 0n && (max === null || compare(value, rationalOf(max)) <= 0)) return value;
  throw new RangeError(`a score of ${text} lies outside 0 to ${max ?? "any maximum"}`);
}

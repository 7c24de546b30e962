import { compareText } from "#app/domain/exact/compare-text.ts";
import { compare, mean, rationalOf, sum, toFractionString, type Rational } from "#app/domain/exact/rational.ts";
import { toDecimalString, type Rounding } from "#app/domain/exact/rounding.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/** From `enabledFrom` reviews on, exactly one highest and one lowest value are dropped, of totals or of each criterion. */
export type Trim = { readonly enabledFrom: number; readonly level: "review_total" | "criterion" };

export type ReviewedStageRule = StageMinimums & {
  readonly aggregation: {
    readonly method: "mean";
    readonly trim: Trim | null;
    readonly minimumReviews: number;
    readonly rounding: Rounding;
  };
};

/** One submitted review by a reviewer without a conflict; a score is a decimal string, null where none was given. */
export type StageReview = {
  readonly reviewer: string;
  readonly scores: Readonly<Record<string, string | null>>;
};

/** The reviewers whose values were dropped; of equal values that of the smallest reviewer code. */
export type Dropped = { readonly highest: string; readonly lowest: string };

export type StageScore = StageStanding & {
  readonly outcome: "scored" | "insufficient_reviews" | "incomplete_review";
  /** The stage score before rounding, "p/q". */
  readonly exact: string | null;
  readonly dropped: Dropped | null;
  readonly droppedByCriterion: Readonly<Record<string, Dropped>>;
  readonly failed: readonly StageFailure[];
};

/**
 * The stage score of one application from its reviews (SELECTION rules A2 to A6: review totals or criteria are averaged,
 * then rounded once). An empty score blocks it (`incomplete_review`), too few reviews as well: nothing is imputed.
 * Throws on a score outside 0 to the criterion's maximum, on a reviewer named twice and on malformed numbers.
 */
export function scoreStage({
  rule,
  reviews,
}: {
  rule: ReviewedStageRule;
  reviews: readonly StageReview[];
}): StageScore {
  const { trim, minimumReviews, rounding } = rule.aggregation;
  requireOneReviewEach(reviews);
  if (reviews.length < minimumReviews) return unscored("insufficient_reviews");

  const read = readReviews(rule, reviews);
  if (read === null) return unscored("incomplete_review");

  const trims = trim !== null && reviews.length >= Math.max(trim.enabledFrom, 3);
  const byCriterion = rule.criteria.map(({ id }) => ({
    id,
    ...average(
      read.map(({ reviewer, scores }) => ({ reviewer, value: scores.get(id) as Rational })),
      trims,
    ),
  }));
  const totals = average(
    read.map(({ reviewer, scores }) => ({ reviewer, value: sum([...scores.values()]) })),
    trims,
  );
  const byTotals = trim?.level !== "criterion";
  const exact = byTotals ? totals.mean : sum(byCriterion.map((criterion) => criterion.mean));

  const standing = {
    outcome: "scored",
    score: toDecimalString(exact, rounding.scale, rounding.mode),
    criteria: Object.fromEntries(byCriterion.map((criterion) => [criterion.id, toFractionString(criterion.mean)])),
  } as const;
  return {
    ...standing,
    exact: toFractionString(exact),
    dropped: byTotals ? totals.dropped : null,
    droppedByCriterion: Object.fromEntries(byCriterion.flatMap(({ id, dropped }) => (dropped ? [[id, dropped]] : []))),
    failed: missedMinimums(rule, standing),
  };
}

function unscored(outcome: "insufficient_reviews" | "incomplete_review"): StageScore {
  return { outcome, score: null, exact: null, criteria: {}, dropped: null, droppedByCriterion: {}, failed: [] };
}

function requireOneReviewEach(reviews: readonly StageReview[]): void {
  if (new Set(reviews.map(({ reviewer }) => reviewer)).size === reviews.length) return;
  throw new RangeError("a reviewer stands twice among the reviews of one application");
}

type ReadReview = { readonly reviewer: string; readonly scores: ReadonlyMap<string, Rational> };

function readReviews(rule: ReviewedStageRule, reviews: readonly StageReview[]): readonly ReadReview[] | null {
  const complete = reviews.every(({ scores }) => rule.criteria.every(({ id }) => typeof scores[id] === "string"));
  if (!complete) return null;
  return reviews.map(({ reviewer, scores }) => ({
    reviewer,
    scores: new Map(rule.criteria.map(({ id, max }) => [id, inRange(scores[id] ?? "", max)])),
  }));
}

function inRange(text: string, max: string): Rational {
  const value = rationalOf(text);
  if (value.numerator >= 0n && compare(value, rationalOf(max)) <= 0) return value;
  throw new RangeError(`a score of ${text} lies outside 0 to ${max}`);
}

type Value = { readonly reviewer: string; readonly value: Rational };

function average(
  values: readonly Value[],
  trims: boolean,
): { readonly mean: Rational; readonly dropped: Dropped | null } {
  if (!trims) return { mean: mean(values.map(({ value }) => value)), dropped: null };
  const byCode = values.toSorted((left, right) => compareText(left.reviewer, right.reviewer));
  const highest = byCode.reduce((top, next) => (compare(next.value, top.value) > 0 ? next : top));
  const others = byCode.filter((value) => value !== highest);
  const lowest = others.reduce((bottom, next) => (compare(next.value, bottom.value) < 0 ? next : bottom));
  const kept = others.filter((value) => value !== lowest);
  return {
    mean: mean(kept.map(({ value }) => value)),
    dropped: { highest: highest.reviewer, lowest: lowest.reviewer },
  };
}

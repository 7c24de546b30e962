import { rational, toFractionString, type Rational } from "#app/domain/exact/rational.ts";
import { toDecimalString, type Rounding } from "#app/domain/exact/rounding.ts";
import type { AggregateRule, DroppedReviewers } from "#app/domain/selection/scoring/aggregate.ts";
import { countReviews, readScore, type ReadReview } from "#app/domain/selection/scoring/counted-reviews.ts";
import { scorePanel } from "#app/domain/selection/scoring/score-panel.ts";
import type { MissingScore } from "#app/domain/selection/scoring/scoring-rule.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/** From `enabledFrom` reviews on, exactly `each` highest and as many lowest values are dropped. */
export type Trim = { readonly enabledFrom: number; readonly each: number };

export type ReviewedStageRule = StageMinimums & {
  readonly aggregation: {
    /** A trim changes no median, which is always the middle. */
    readonly method: "mean" | "median";
    /** The totals of the reviews are aggregated, or each criterion, whose values are then added. */
    readonly level: "review_total" | "criterion";
    readonly trim: Trim | null;
    /** Reviews that must count. */
    readonly minimumReviews: number;
    /** `per_criterion` goes with level `criterion` only. */
    readonly missingScore: MissingScore;
    /** The stage score always has this many decimals; `at` criterion, each criterion is rounded before they are added. */
    readonly rounding: Rounding & { readonly at: "stage_total" | "criterion" };
  };
};

/** One submitted review by a reviewer without a conflict; a score is a decimal string, null where none was given. */
export type StageReview = {
  readonly reviewer: string;
  readonly scores: Readonly<Record<string, string | null>>;
};

/** The reviewers whose values were dropped; of equal values that of the smallest reviewer code. */
export type Dropped = {
  readonly highest: string;
  readonly lowest: string;
  /** The others, where more than one is dropped at each end. */
  readonly also?: readonly string[];
};

export type StageScore = StageStanding & {
  readonly outcome: "scored" | "insufficient_reviews" | "incomplete_review";
  /** The stage score before rounding, "p/q". */
  readonly exact: string | null;
  readonly dropped: Dropped | null;
  readonly droppedByCriterion: Readonly<Record<string, Dropped>>;
  /** Reviews that did not count because a score was missing. */
  readonly leftOut: readonly string[];
  readonly failed: readonly StageFailure[];
};

/**
 * The stage score of one application from its reviews (SELECTION A2 to A6): review totals or criteria are aggregated and
 * rounded once, where the rule says. Too few reviews that count give no score, and an empty score blocks it where the
 * rule says `block`: nothing is imputed. Throws on a score outside 0 to the criterion's maximum, on a reviewer named twice,
 * on malformed numbers, and on `per_criterion` with review totals.
 */
export function scoreStage({
  rule,
  reviews,
}: {
  rule: ReviewedStageRule;
  reviews: readonly StageReview[];
}): StageScore {
  const { level, missingScore, rounding } = rule.aggregation;
  if (missingScore === "per_criterion" && level === "review_total") {
    throw new RangeError("review totals need whole reviews: per_criterion goes with level criterion only");
  }
  const counted = countReviews({ ...rule.aggregation, reviews: reviews.map((review) => readReview(rule, review)) });
  if (counted.status !== "counted") return unscored(counted.status);
  const panel = scorePanel(
    {
      factors: rule.criteria.map(() => one),
      level,
      aggregate: aggregateRule(rule),
      rounding: { criterion: rounding.at === "criterion" ? rounding : null, weighted: null },
    },
    counted.reviews,
  );
  const exact = panel.weightedTotal.value;
  if (exact === null) return unscored("insufficient_reviews");

  const byCriterion = rule.criteria.flatMap(({ id }, at) => {
    const { value, dropped } = panel.criteria[at] ?? { value: null, dropped: null };
    return value ? [{ id, value, dropped: namedDropped(dropped) }] : [];
  });
  const standing = {
    outcome: "scored",
    score: toDecimalString(exact, rounding.scale, rounding.mode),
    criteria: Object.fromEntries(byCriterion.map(({ id, value }) => [id, toFractionString(value)])),
  } as const;
  return {
    ...standing,
    exact: toFractionString(exact),
    dropped: namedDropped(panel.weightedTotal.dropped),
    droppedByCriterion: Object.fromEntries(byCriterion.flatMap(({ id, dropped }) => (dropped ? [[id, dropped]] : []))),
    leftOut: counted.leftOut,
    failed: missedMinimums(rule, standing),
  };
}

const one: Rational = rational(1n);

function unscored(outcome: "insufficient_reviews" | "incomplete_review"): StageScore {
  const nothing = { score: null, exact: null, criteria: {}, dropped: null, droppedByCriterion: {} };
  return { outcome, ...nothing, leftOut: [], failed: [] };
}

function readReview({ criteria }: ReviewedStageRule, { reviewer, scores }: StageReview): ReadReview {
  const read = criteria.map(({ id, max }) => {
    const text = scores[id];
    return typeof text === "string" ? readScore(text, max) : null;
  });
  return { reviewer, scores: read };
}

function aggregateRule({ aggregation: { method, trim } }: ReviewedStageRule): AggregateRule {
  if (method === "median" || trim === null) return { kind: method };
  return { kind: "drop_high_low", ...trim, tooFew: "mean_all" };
}

function namedDropped(dropped: DroppedReviewers | null): Dropped | null {
  const [highest, ...higher] = dropped?.highest ?? [];
  const [lowest, ...lower] = dropped?.lowest ?? [];
  if (highest === undefined || lowest === undefined) return null;
  const also = [...higher, ...lower];
  return also.length > 0 ? { highest, lowest, also } : { highest, lowest };
}

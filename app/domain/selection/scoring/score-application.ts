import { add, compare, divide, multiply, rationalOf, sum, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo } from "#app/domain/exact/rounding.ts";
import { countReviews, type ReadReview } from "#app/domain/selection/scoring/counted-reviews.ts";
import { missedCutOffs, type FailedCutOff } from "#app/domain/selection/scoring/cut-offs.ts";
import { grantedBonus } from "#app/domain/selection/scoring/granted-bonus.ts";
import { scorePanel, type PanelScore } from "#app/domain/selection/scoring/score-panel.ts";
import type { BonusClaim, Extra, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";

/** Everything that one application's total is made of, exactly. */
export type ApplicationScore = {
  readonly panel: PanelScore;
  /** Beside the rule's criteria, unweighted, rounded where the rule says so. */
  readonly criteria: readonly Rational[];
  readonly weightedTotal: Rational;
  readonly bonus: Rational;
  readonly extras: Rational;
  /** Weighted total + bonus + extras, and the same as rounded; `compared` is the one that the rule ranks on. */
  readonly exactTotal: Rational;
  readonly total: Rational;
  readonly compared: Rational;
  readonly highestReview: Rational;
  readonly failed: readonly FailedCutOff[];
  /** Reviews that did not count because a score was missing. */
  readonly leftOut: readonly string[];
};

/** `held`: a criterion has too few values to drop any, and the rule waits for a decision. */
export type UnscoredReason = "insufficient_reviews" | "incomplete_review" | "held";

export type ScoredOrNot =
  | { readonly status: "scored"; readonly score: ApplicationScore }
  | { readonly status: UnscoredReason; readonly score: null };

type ToScore = {
  readonly rule: ScoringRule;
  readonly reviews: readonly ReadReview[];
  readonly claims: readonly BonusClaim[];
  readonly extras: readonly Extra[];
};

/** One application's total by the fixed order of SELECTION A2: steps 1 and 3 to 11. Nothing is ever imputed. */
export function scoreApplication({ rule, reviews, claims, extras }: ToScore): ScoredOrNot {
  const counted = countReviews({ ...rule, reviews });
  if (counted.status !== "counted") return { status: counted.status, score: null };
  const panel = scorePanel({ ...rule, factors: rule.criteria.map((each) => factorOf(rule, each)) }, counted.reviews);
  const criteria = panel.criteria.flatMap(({ value }) => value ?? []);
  const weightedTotal = panel.weightedTotal.value;
  if (weightedTotal === null) {
    const holds = panel.criteria.some(({ value, tooFewToDrop }) => value === null && tooFewToDrop);
    return { status: holds ? "held" : "insufficient_reviews", score: null };
  }
  const bonus = grantedBonus({ caps: rule.bonus, claims, maximum: largestTotal(rule) });
  const added = sum(extras.map(({ amount }) => rationalOf(amount)));
  const exactTotal = sum([weightedTotal, bonus, added]);
  const total = rule.rounding.total ? roundTo(exactTotal, rule.rounding.total) : exactTotal;
  const compared = rule.rankOn === "exact" ? exactTotal : total;
  const failed = missedCutOffs({ ...rule, score: { criteria, weightedTotal, total: compared } });
  const highestReview = panel.reviewTotals.map(({ value }) => value).reduce(larger);
  const { leftOut } = counted;
  const made = { panel, criteria, weightedTotal, bonus, extras: added, exactTotal, total, compared };
  return { status: "scored", score: { ...made, highestReview, failed, leftOut } };
}

type Criterion = ScoringRule["criteria"][number];

function factorOf({ contribution }: ScoringRule, { id, weight, max }: Criterion): Rational {
  if (contribution === "weight_times_score") return rationalOf(weight);
  if (max === null) throw new RangeError(`${id} is weighted by its share of a maximum that is not stated`);
  return divide(rationalOf(weight), rationalOf(max));
}

function largestTotal(rule: ScoringRule): Rational | null {
  return rule.criteria.reduce<Rational | null>((all, each) => {
    if (all === null || each.max === null) return null;
    return add(all, multiply(factorOf(rule, each), rationalOf(each.max)));
  }, sum([]));
}

function larger(left: Rational, right: Rational): Rational {
  return compare(left, right) >= 0 ? left : right;
}

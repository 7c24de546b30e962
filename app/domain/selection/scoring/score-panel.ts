import { multiply, sum, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo, type Rounding } from "#app/domain/exact/rounding.ts";
import {
  aggregate,
  type Aggregated,
  type AggregateRule,
  type ReviewValue,
} from "#app/domain/selection/scoring/aggregate.ts";
import type { ReadReview } from "#app/domain/selection/scoring/counted-reviews.ts";

export type PanelRule = {
  /** One factor a criterion: it adds factor × score. */
  readonly factors: readonly Rational[];
  readonly level: "criterion" | "review_total";
  readonly aggregate: AggregateRule;
  readonly rounding: { readonly criterion: Rounding | null; readonly weighted: Rounding | null };
};

/** What the counted reviews of one application come to. */
export type PanelScore = {
  /** Beside the factors: the criterion over all reviewers, unweighted, rounded where the rule says so. */
  readonly criteria: readonly Aggregated[];
  /** Each review's own weighted total, from the scores it has. */
  readonly reviewTotals: readonly ReviewValue[];
  /** The sum before bonus; its value is null where a criterion has none or the rule holds. */
  readonly weightedTotal: Aggregated;
};

/**
 * Aggregates over reviewers, rounds criteria, weights, rounds and sums: steps 3 to 7 of SELECTION A2, exactly. At level
 * `review_total` each review is weighted, rounded and summed first; the criteria then need not add up to the total.
 */
export function scorePanel(rule: PanelRule, reviews: readonly ReadReview[]): PanelScore {
  const criteria = rule.factors.map((_, at) => {
    const given = reviews.flatMap(({ reviewer, scores }) => {
      const value = scores[at] ?? null;
      return value === null ? [] : [{ reviewer, value }];
    });
    const aggregated = aggregate(rule.aggregate, given);
    return { ...aggregated, value: aggregated.value && rounded(aggregated.value, rule.rounding.criterion) };
  });
  const reviewTotals = reviews.map(({ reviewer, scores }) => ({ reviewer, value: weighted(rule, scores) }));
  const weightedTotal =
    rule.level === "review_total" ? aggregate(rule.aggregate, reviewTotals) : totalOfCriteria(rule, criteria);
  return { criteria, reviewTotals, weightedTotal };
}

function totalOfCriteria(rule: PanelRule, criteria: readonly Aggregated[]): Aggregated {
  const values = criteria.map(({ value }) => value);
  return {
    value: values.includes(null) ? null : weighted(rule, values),
    dropped: null,
    tooFewToDrop: criteria.some(({ tooFewToDrop }) => tooFewToDrop),
  };
}

function weighted({ factors, rounding }: PanelRule, values: readonly (Rational | null)[]): Rational {
  return sum(
    factors.flatMap((factor, at) => {
      const value = values[at] ?? null;
      return value === null ? [] : [rounded(multiply(factor, value), rounding.weighted)];
    }),
  );
}

function rounded(value: Rational, rounding: Rounding | null): Rational {
  return rounding === null ? value : roundTo(value, rounding);
}

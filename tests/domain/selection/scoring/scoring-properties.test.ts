import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "#app/domain/exact/rational.ts";
import type { AggregateRule } from "#app/domain/selection/scoring/aggregate.ts";
import { scoreApplications, type Scoring } from "#app/domain/selection/scoring/score-applications.ts";
import type { ScoringReview, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";
import { instances } from "#tests/support/instances.ts";

const runs = { numRuns: instances };

const rules = fc
  .record({
    weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    level: fc.constantFrom("criterion" as const, "review_total" as const),
    aggregate: fc.constantFrom<AggregateRule>(
      { kind: "mean" },
      { kind: "median" },
      { kind: "drop_high_low", each: 1, enabledFrom: 3, tooFew: "mean_all" },
    ),
    rounded: fc.boolean(),
    cut: fc.constantFrom("0", "40", "50"),
  })
  .map(({ weights: [plan, will], level, aggregate, rounded, cut }): ScoringRule => ({
    criteria: [
      { id: "plan", weight: `${plan}`, max: "10" },
      { id: "will", weight: `${will}`, max: "5" },
    ],
    contribution: "weight_times_share",
    missingScore: "drop_review",
    minimumReviews: 1,
    level,
    aggregate,
    rounding: { criterion: rounded ? { scale: 0, mode: "half_even" } : null, weighted: null, total: null },
    cutOffs: [{ on: "criterion", criterion: "plan", percent: cut }],
    bonus: { cap: null, itemCaps: {} },
    rankOn: "rounded",
    order: [
      { by: "total", prefer: "high" },
      { by: "criterion", criterion: "plan", prefer: "high" },
      { by: "lottery", prefer: "low" },
    ],
  }));
const score = (max: number) => fc.oneof({ weight: 9, arbitrary: fc.nat({ max }) }, fc.constant(null));
const cohorts = fc.array(fc.array(fc.tuple(score(10), score(5)), { maxLength: 5 }), { minLength: 1, maxLength: 8 });
type Cohort = readonly (readonly (readonly [number | null, number | null])[])[];

function reviewsOf(cohort: Cohort): readonly ScoringReview[] {
  return cohort.flatMap((sheets, at) =>
    sheets.map((scores, by) => ({
      application: `A${at}`,
      reviewer: `R${by}`,
      scores: scores.map((each) => (each === null ? null : `${each}`)),
    })),
  );
}

const draw = { seed: "5f1d", label: "tie-1" };
const named = (cohort: Cohort) => cohort.map((_, at) => `A${at}`);

function run(rule: ScoringRule, cohort: Cohort): Scoring {
  return scoreApplications({ rule, applications: named(cohort), reviews: reviewsOf(cohort), draw });
}

test("the order of reviews and of applications changes nothing", () => {
  const property = fc.property(rules, cohorts, (rule, cohort) => {
    const turned = scoreApplications({
      rule,
      applications: named(cohort).toReversed(),
      reviews: reviewsOf(cohort).toReversed(),
      draw,
    });
    const plain = run(rule, cohort);
    expect(turned.order).toEqual(plain.order);
    for (const [at, { score: total }] of plain.applications.toReversed().entries()) {
      expect(turned.applications[at]?.score?.total).toEqual(total?.total);
    }
  });
  fc.assert(property, runs);
});

test("weights ten times as large order everybody alike", () => {
  const property = fc.property(rules, cohorts, (rule, cohort) => {
    const criteria = rule.criteria.map((each) => ({ ...each, weight: `${each.weight}0` }));
    expect(run({ ...rule, criteria }, cohort).order).toEqual(run(rule, cohort).order);
  });
  fc.assert(property, runs);
});

test("who leaves or fails changes the order of no two others", () => {
  const property = fc.property(rules, cohorts, fc.nat(), (rule, cohort, pick) => {
    const gone = `A${pick % cohort.length}`;
    const fewer = cohort.map((sheets, at) => (`A${at}` === gone ? [] : sheets));
    expect(run(rule, fewer).order).toEqual(run(rule, cohort).order.filter((id) => id !== gone));
  });
  fc.assert(property, runs);
});

test("one point more from one reviewer never lowers the total or the rank of its application", () => {
  const property = fc.property(rules, cohorts, fc.nat(), (rule, cohort, pick) => {
    const at = pick % cohort.length;
    const [first, ...others] = cohort[at] ?? [];
    fc.pre(first !== undefined && first[0] !== null && first[0] < 10);
    const better = cohort.map((sheets, each): Cohort[number] => {
      return each === at && first ? [[(first[0] ?? 0) + 1, first[1]], ...others] : sheets;
    });
    const [before, after] = [run(rule, cohort), run(rule, better)];
    const [was, is] = [before.applications[at], after.applications[at]];
    if (was?.score && is?.score) expect(compare(is.score.total, was.score.total)).toBeGreaterThanOrEqual(0);
    if (was && "rank" in was) expect(is && "rank" in is ? is.rank : Infinity).toBeLessThanOrEqual(was.rank);
  });
  fc.assert(property, runs);
});

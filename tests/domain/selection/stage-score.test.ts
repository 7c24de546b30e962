import * as fc from "fast-check";
import { expect, test } from "vitest";
import { scoreStage, type ReviewedStageRule, type StageReview } from "#app/domain/selection/stage-score.ts";

const rule: ReviewedStageRule = {
  id: "interview",
  minimum: "60",
  gate: null,
  criteria: [
    { id: "will", max: "30", minPercent: "40" },
    { id: "rest", max: "70", minPercent: null },
  ],
  aggregation: {
    method: "mean",
    level: "review_total",
    trim: { enabledFrom: 5, each: 1 },
    minimumReviews: 3,
    missingScore: "block",
    rounding: { at: "stage_total", scale: 2, mode: "half_up" },
  },
};

function changed(aggregation: Partial<ReviewedStageRule["aggregation"]>): ReviewedStageRule {
  return { ...rule, aggregation: { ...rule.aggregation, ...aggregation } };
}

function reviews(...scores: readonly (readonly [will: string | null, rest: string | null])[]): StageReview[] {
  return scores.map(([will, rest], index) => ({ reviewer: `R${index + 1}`, scores: { will, rest } }));
}

test("three reviews give the plain mean of their totals, rounded once", () => {
  const stage = scoreStage({ rule, reviews: reviews(["20", "60"], ["21", "60"], ["21", "60"]) });
  expect(stage).toMatchObject({ outcome: "scored", score: "80.67", exact: "242/3", dropped: null, failed: [] });
  expect(stage.criteria).toEqual({ will: "62/3", rest: "60/1" });
});

test("of five reviews one highest and one lowest total are dropped, also when two share the top", () => {
  const given = reviews(["30", "65"], ["30", "65"], ["20", "60"], ["20", "50"], ["10", "40"]);
  const stage = scoreStage({ rule, reviews: given });
  expect(stage.exact).toBe("245/3");
  expect(stage.score).toBe("81.67");
  expect(stage.dropped).toEqual({ highest: "R1", lowest: "R5" });
});

test("four reviews are not trimmed", () => {
  const stage = scoreStage({ rule, reviews: reviews(["30", "70"], ["20", "60"], ["20", "60"], ["20", "60"]) });
  expect(stage).toMatchObject({ score: "85.00", dropped: null, droppedByCriterion: {} });
});

test("five equal totals drop two different reviewers and keep the value", () => {
  const same = ["20", "60"] as const;
  const stage = scoreStage({ rule, reviews: reviews(same, same, same, same, same) });
  expect(stage).toMatchObject({ score: "80.00", dropped: { highest: "R1", lowest: "R2" } });
});

test("a criterion's mean drops its own highest and lowest, so criteria need not add up to the stage", () => {
  const given = reviews(["30", "30"], ["12", "70"], ["20", "60"], ["20", "60"], ["20", "60"]);
  const stage = scoreStage({ rule, reviews: given });
  expect(stage.exact).toBe("80/1");
  expect(stage.criteria).toEqual({ will: "20/1", rest: "60/1" });
  expect(stage.droppedByCriterion).toEqual({
    will: { highest: "R1", lowest: "R2" },
    rest: { highest: "R2", lowest: "R1" },
  });
  expect(stage.dropped).toEqual({ highest: "R2", lowest: "R1" });
});

test("at criterion level the stage is the sum of the criteria's own means", () => {
  const byCriterion = changed({ level: "criterion" });
  const given = reviews(["30", "70"], ["29", "40"], ["20", "60"], ["20", "60"], ["10", "60"]);
  expect(scoreStage({ rule: byCriterion, reviews: given }).exact).toBe("83/1");
  expect(scoreStage({ rule, reviews: given }).exact).toBe("230/3");
});

test("fewer reviews than the minimum give no score", () => {
  const stage = scoreStage({ rule, reviews: reviews(["20", "60"], ["20", "60"]) });
  expect(stage).toMatchObject({ outcome: "insufficient_reviews", score: null, criteria: {} });
});

test("one missing criterion score blocks the stage score", () => {
  const stage = scoreStage({ rule, reviews: reviews(["20", "60"], ["20", null], ["20", "60"]) });
  expect(stage).toMatchObject({ outcome: "incomplete_review", score: null });
});

test("39.99 % of a criterion fails it although the stage stands at 82, and 40 % passes", () => {
  const [will, rest] = ["11.997", "70"] as const;
  const stage = scoreStage({ rule, reviews: reviews([will, rest], [will, rest], [will, rest]) });
  expect(stage.score).toBe("82.00");
  expect(stage.failed).toEqual([{ kind: "criterion_minimum", id: "will", value: "11.997", minimum: "12" }]);
  expect(scoreStage({ rule, reviews: reviews(["12", rest], ["12", rest], ["12", rest]) }).failed).toEqual([]);
});

test("the stage minimum is tested on the rounded score, and equality passes", () => {
  const nearly = reviews(["20", "40"], ["20", "40"], ["20", "39.99"]);
  expect(scoreStage({ rule, reviews: nearly })).toMatchObject({ exact: "17999/300", score: "60.00", failed: [] });
  const below = scoreStage({ rule, reviews: reviews(["20", "40"], ["20", "40"], ["20", "39.9"]) });
  expect(below.failed).toEqual([{ kind: "stage_minimum", id: "interview", value: "59.97", minimum: "60" }]);
});

test("87.335 is rounded up in decimal", () => {
  expect(scoreStage({ rule: changed({ minimumReviews: 1 }), reviews: reviews(["20", "67.335"]) }).score).toBe("87.34");
});

const extremes = reviews(["30", "70"], ["0", "0"], ["10", "40"], ["20", "50"], ["12", "45"]);

test("two highest and two lowest are dropped from their number of reviews on, and all of them are named", () => {
  const two = changed({ trim: { enabledFrom: 5, each: 2 } });
  const stage = scoreStage({ rule: two, reviews: extremes });
  expect(stage).toMatchObject({ exact: "57/1", dropped: { highest: "R1", lowest: "R2", also: ["R4", "R3"] } });
  const four = scoreStage({ rule: changed({ trim: { enabledFrom: 2, each: 2 } }), reviews: extremes.slice(0, 4) });
  expect(four).toMatchObject({ exact: "55/1", dropped: null });
});

test("a median is the middle total, or the middle of the two, with a trim or without", () => {
  const median = changed({ method: "median" });
  expect(scoreStage({ rule: median, reviews: extremes })).toMatchObject({ exact: "57/1", dropped: null });
  expect(scoreStage({ rule: median, reviews: extremes.slice(0, 4) }).exact).toBe("60/1");
  const byCriterion = scoreStage({ rule: changed({ method: "median", level: "criterion" }), reviews: extremes });
  expect(byCriterion).toMatchObject({ exact: "57/1", criteria: { will: "12/1", rest: "45/1" } });
});

test("rounded at the criterion, the rounded criteria are added and the minimums are tested on them", () => {
  const given = reviews(["20", "60"], ["20", "60"], ["21", "61"]);
  const rounding = { at: "criterion", scale: 0, mode: "up" } as const;
  const stage = scoreStage({ rule: changed({ level: "criterion", rounding }), reviews: given });
  expect(stage).toMatchObject({ score: "82", exact: "82/1", criteria: { will: "21/1", rest: "61/1" } });
  expect(scoreStage({ rule, reviews: given })).toMatchObject({ score: "80.67", criteria: { will: "61/3" } });
});

test("where the rule drops incomplete reviews the others give the score, if enough are left", () => {
  const dropping = changed({ missingScore: "drop_review" });
  const three = [
    ["20", "60"],
    ["20", "40"],
    ["20", "50"],
  ] as const;
  expect(scoreStage({ rule: dropping, reviews: reviews(["30", null], ...three) })).toMatchObject({
    outcome: "scored",
    exact: "70/1",
    leftOut: ["R1"],
  });
  expect(scoreStage({ rule: dropping, reviews: reviews(["30", null], ["20", "60"], ["20", "60"]) })).toMatchObject({
    outcome: "insufficient_reviews",
    leftOut: [],
  });
});

test("where the rule goes criterion by criterion a review counts with the scores that it has", () => {
  const each = changed({ level: "criterion", missingScore: "per_criterion" });
  const stage = scoreStage({ rule: each, reviews: reviews(["30", null], ["20", "60"], ["19", "40"]) });
  expect(stage).toMatchObject({ exact: "73/1", criteria: { will: "23/1", rest: "50/1" } });
  const never = scoreStage({ rule: each, reviews: reviews(["30", null], ["20", null], ["19", null]) });
  expect(never).toMatchObject({ outcome: "insufficient_reviews", score: null, criteria: {} });
  const totals = changed({ missingScore: "per_criterion" });
  expect(() => scoreStage({ rule: totals, reviews: extremes })).toThrow(/level criterion/);
});

test("a score outside its range and a reviewer named twice are faults", () => {
  expect(() => scoreStage({ rule, reviews: reviews(["31", "60"], ["20", "60"], ["20", "60"]) })).toThrow(RangeError);
  const [first] = reviews(["20", "60"]);
  expect(() => scoreStage({ rule, reviews: [first!, first!, first!] })).toThrow(RangeError);
});

test("the order of the reviews changes nothing", () => {
  const score = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 70 }));
  fc.assert(
    fc.property(fc.array(score, { minLength: 3, maxLength: 7 }), (scores) => {
      const given = reviews(...scores.map(([will, rest]) => [String(will), String(rest)] as const));
      expect(scoreStage({ rule, reviews: given.toReversed() })).toEqual(scoreStage({ rule, reviews: given }));
    }),
  );
});

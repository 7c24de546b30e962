import { expect, test } from "vitest";
import aiSample from "#db/samples/ai-academy.json" with { type: "json" };
import { definitionSchema } from "#app/domain/programme/definition.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";

const ai = definitionSchema.parse(aiSample);
const [document] = ai.stages;
const given = document!.aggregation!;

/** The rule of the document stage with a changed aggregation. */
function ruleWith(changed: Partial<typeof given>, withoutTrim = false) {
  const { trim, ...rest } = given;
  const aggregation = { ...rest, ...(withoutTrim || !trim ? {} : { trim }), ...changed };
  return stageRuleFromDefinition({ ...ai, stages: [{ ...document!, aggregation }] }, "document");
}

const byCriterion = { ...given.trim!, level: "criterion" } as const;
const atCriterion = { ...given.rounding, at: "criterion" } as const;

test.each([
  ["a mean of totals without a trim", {}, { method: "mean", level: "review_total", trim: null, missingScore: "block" }],
  ["a median of totals", { method: "median" }, { method: "median", level: "review_total", trim: null }],
  [
    "criteria, where they are rounded",
    { rounding: atCriterion },
    { level: "criterion", rounding: { at: "criterion" } },
  ],
  [
    "incomplete reviews left out",
    { missingScore: "drop_review" },
    { level: "review_total", missingScore: "drop_review" },
  ],
  ["criterion by criterion", { missingScore: "per_criterion" }, { level: "criterion", missingScore: "per_criterion" }],
  ["a trim of criteria", { trim: byCriterion }, { level: "criterion", trim: { enabledFrom: 5, each: 1 } }],
  [
    "two at each end",
    { trim: { ...byCriterion, dropHighest: 2, dropLowest: 2 } },
    { trim: { enabledFrom: 5, each: 2 } },
  ],
  ["none at each end", { trim: { ...byCriterion, dropHighest: 0, dropLowest: 0 } }, { trim: null, level: "criterion" }],
] as const)("a stage may ask for %s", (_, changed, aggregation) => {
  expect(ruleWith(changed, true)).toMatchObject({ ok: true, value: { kind: "reviewed", rule: { aggregation } } });
});

test.each([
  ["rounding.at", "criterion", { rounding: atCriterion }],
  ["missingScore", "per_criterion", { missingScore: "per_criterion" }],
  ["trim", "2 + 1", { trim: { ...given.trim!, dropHighest: 2 } }],
] as const)("whole reviews that are trimmed do not go with %s %s", (key, value, changed) => {
  const path = `stages.document.aggregation.${key}`;
  expect(ruleWith(changed)).toEqual({ ok: false, refusal: { reason: "unsupported_rule", path, value } });
});

test("a reviewed stage without an aggregation is refused, and an unknown stage is a fault", () => {
  const { aggregation: _, ...without } = document!;
  expect(stageRuleFromDefinition({ ...ai, stages: [without] }, "document")).toMatchObject({
    refusal: { path: "stages.document.aggregation", value: "none" },
  });
  expect(() => stageRuleFromDefinition(ai, "nothing")).toThrow("no stage nothing");
});

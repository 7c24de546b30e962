import { expect, test } from "vitest";
import aiSample from "#db/samples/ai-academy.json" with { type: "json" };
import gccSample from "#db/samples/gcc-academy.json" with { type: "json" };
import { isRegionShare } from "#app/domain/programme/quotas.ts";
import { definitionSchema } from "#app/domain/programme/definition.ts";
import { reserveLength } from "#app/domain/selection/reserve-list.ts";
import {
  ruleFromDefinition,
  seatsOf,
  shortlistRuleFromDefinition,
} from "#app/domain/selection/rule-from-definition.ts";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";

const ai = definitionSchema.parse(aiSample);
const gcc = definitionSchema.parse(gccSample);

function ruleOf(definition: typeof ai) {
  const rule = ruleFromDefinition(definition);
  if (!rule.ok) throw new Error(rule.refusal.path);
  return rule.value;
}

test("the AI sample: 330 seats by score, four weighted stages, half from the region, lists of 24, 24 and 18", () => {
  const rule = ruleOf(ai);
  expect(rule.tracks.map(({ seats }) => seats)).toEqual([120, 120, 90]);
  expect(rule.assignment).toBe("score_first");
  expect(rule.stages.map(({ id, weightPercent, minimum }) => [id, weightPercent, minimum])).toEqual([
    ["document", "20", "60"],
    ["precourse", "10", "60"],
    ["test", "40", "40"],
    ["interview", "30", "60"],
  ]);
  expect(rule.stages[1]?.gate).toEqual({ criterion: "progress", minimumPercent: "80" });
  expect(rule.bonus?.cap).toBe("5");
  expect(rule.quotas).toEqual([{ id: "gwangju_half", kind: "region_swap", tag: "gwangju", percent: "50" }]);
  expect(rule.tieBreakers[0]).toEqual({ by: "claim", item: "veteran" });
  expect(rule.tieBreakers[3]).toEqual({ by: "criterion", stage: "interview", criterion: "will", prefer: "high" });
  expect(rule.tieBreakers.at(-1)).toEqual({ by: "committee_decision" });
  expect(rule.tracks.map(({ seats }) => reserveLength(rule.reserve.percentOfSeats, seats))).toEqual([24, 24, 18]);
});

test("the GCC sample: 140 seats by choice, ranked per track, lists of 6, 6, 12, 9 and 9", () => {
  const rule = ruleOf(gcc);
  expect(rule).toMatchObject({ assignment: "choice_first", rankingPerTrack: true, quotas: [] });
  expect(rule.tracks.map(({ seats }) => reserveLength(rule.reserve.percentOfSeats, seats))).toEqual([6, 6, 12, 9, 9]);
});

test("shortlists keep twice the seats of the document and one and a half of document, pre-course and test", () => {
  const document = shortlistRuleFromDefinition(ai, "document");
  expect(document).toMatchObject({ value: { pass: { multiple: "2", perTrack: true, basis: [{ id: "document" }] } } });
  const basis = [
    { id: "document", weightPercent: "20" },
    { id: "precourse", weightPercent: "10" },
    { id: "test", weightPercent: "40" },
  ];
  expect(shortlistRuleFromDefinition(ai, "test")).toMatchObject({ value: { pass: { multiple: "1.5", basis } } });
  expect(shortlistRuleFromDefinition(ai, "precourse")).toMatchObject({ value: { pass: null } });
});

test("reviewed stages carry trim and rounding, imported ones which column is a percentage", () => {
  expect(stageRuleFromDefinition(ai, "interview")).toMatchObject({
    value: {
      kind: "reviewed",
      rule: {
        minimum: "60",
        aggregation: {
          method: "mean",
          level: "review_total",
          trim: { enabledFrom: 5, each: 1 },
          minimumReviews: 3,
          missingScore: "block",
          rounding: { at: "stage_total", scale: 2, mode: "half_up" },
        },
      },
    },
  });
  expect(stageRuleFromDefinition(ai, "precourse")).toMatchObject({
    value: { kind: "imported", rule: { criteria: [{ column: "percent" }, { column: "points" }] } },
  });
  expect(stageRuleFromDefinition(ai, "test")).toMatchObject({
    value: {
      kind: "imported",
      rule: {
        criteria: [
          { id: "coding", column: "points" },
          { id: "logic", column: "points" },
        ],
      },
    },
  });
  expect(() => stageRuleFromDefinition(ai, "nowhere")).toThrow(RangeError);
});

test("seats grow by recorded additions up to 15 % of the capacity, where the definition allows any", () => {
  expect(seatsOf(gcc, { game: 21 })).toMatchObject({ ok: true, value: [{}, {}, { id: "game", seats: 61 }, {}, {}] });
  expect(seatsOf(gcc, { game: 20, webtoon: 2 })).toMatchObject({ refusal: { reason: "over_admission_above_maximum" } });
  expect(seatsOf(gcc, { game: 0.5 })).toMatchObject({ refusal: { reason: "seats_not_whole" } });
  expect(seatsOf(gcc, { opera: 1 })).toMatchObject({ refusal: { reason: "unknown_track" } });
  expect(seatsOf(ai, { service: 1 })).toMatchObject({ refusal: { reason: "over_admission_not_allowed" } });
  expect(ruleFromDefinition(gcc, { game: 2 })).toMatchObject({ value: { tracks: [{}, {}, { seats: 42 }, {}, {}] } });
});

test("people are ranked on the rounded total unless the definition says exact", () => {
  const exact = ruleFromDefinition({ ...ai, ranking: { ...ai.ranking, rankOn: "exact" } });
  const unsaid = ruleFromDefinition(ai);
  expect([exact.ok && exact.value.rankOn, unsaid.ok && unsaid.value.rankOn]).toEqual(["exact", "rounded"]);
});

test("what the engine cannot do yet is refused, naming where it stands", () => {
  const { quotas, bonus } = ai;
  const [quota] = quotas.filter(isRegionShare);
  const refused = [
    [{ ...ai, quotas: [quota!, { ...quota!, id: "more" }] }, "quotas"],
    [{ ...ai, quotas: [{ ...quota!, soft: false }] }, "quotas.gwangju_half.soft"],
    [{ ...ai, bonus: { ...bonus, maxSelectedByBonusPercent: 30 } }, "bonus.maxSelectedByBonusPercent"],
  ] as const;
  for (const [definition, path] of refused) {
    expect(ruleFromDefinition(definition)).toMatchObject({ ok: false, refusal: { reason: "unsupported_rule", path } });
  }
});

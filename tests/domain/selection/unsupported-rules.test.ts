import { expect, test } from "vitest";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { unsupportedRules } from "#app/domain/selection/unsupported-rules.ts";
import { readSample, sampleDefinition, repeat, set, type Change } from "#tests/domain/programme/broken-copy.ts";

test("everything that the samples promise can be carried out", () => {
  expect(unsupportedRules(sampleDefinition("ai"))).toEqual([]);
  expect(unsupportedRules(sampleDefinition("gcc"))).toEqual([]);
});

test.each<readonly [string, Change]>([
  ["bonus.maxSelectedByBonusPercent", set("bonus.maxSelectedByBonusPercent", 30)],
  ["bonus.appliesOnlyIf", set("bonus.appliesOnlyIf", ["documents_verified"])],
  ["bonus.oneClaimPerItem", set("bonus.oneClaimPerItem", false)],
  ["reserve.perTrack", set("reserve.perTrack", false)],
  ["reserve.promotion.sameTrackOnly", set("reserve.promotion.sameTrackOnly", false)],
  ["quotas", repeat("quotas[0]", { id: "more" })],
  ["quotas.gwangju_half.soft", set("quotas[0].soft", false)],
  ["quotas.gwangju_half.scope", set("quotas[0].scope", "track")],
  ["stages.interview.aggregation.missingScore", set("stages[3].aggregation.missingScore", "per_criterion")],
  ["stages.interview.aggregation.rounding.at", set("stages[3].aggregation.rounding.at", "criterion")],
  ["stages.interview.aggregation.trim", set("stages[3].aggregation.trim.dropHighest", 2)],
])("what a definition may say and the engine cannot do is known before applications are taken: %s", (path, change) => {
  const json = readSample("ai");
  change(json);
  expect(checkDefinition(json)).toEqual([]);
  expect(unsupportedRules(json as ProgrammeDefinition).map((refusal) => refusal.path)).toEqual([path]);
});

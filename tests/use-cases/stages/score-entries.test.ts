import { expect, test } from "vitest";
import { stageRuleFromDefinition } from "#app/domain/selection/stage-rule-from-definition.ts";
import { scoreEntries } from "#app/use-cases/score-entries.ts";
import type { StageEntry } from "#db/queries/stage-entries.ts";
import { sampleDefinition } from "#tests/domain/programme/broken-copy.ts";

function ruleOf(stageId: string) {
  const rule = stageRuleFromDefinition(sampleDefinition("ai"), stageId);
  if (!rule.ok) throw new Error(rule.refusal.path);
  return rule.value;
}

const entries = ["1", "2", "3"].map(
  (number) =>
    ({ applicationId: number, evaluationNumber: `E${number}`, outcome: "pending", reason: null }) as StageEntry,
);

const full = { motivation: "25", plan: "25", readiness: "30", career: "20" };
const sheets = (applicationId: string, count: number, submitted = true) =>
  Array.from({ length: count }, (_, index) => ({
    applicationId,
    reviewerId: `r${index}`,
    submitted,
    scores: submitted ? full : {},
  }));

test("who has no row in the imported file is absent, and the others are scored", () => {
  const rows = { "1": { progress: "80", assignment: "40.5" }, "3": { progress: "79.99", assignment: "50" } };
  const scored = scoreEntries({
    stageRule: ruleOf("precourse"),
    entries,
    reviews: [],
    imported: new Map(Object.entries(rows)),
  });
  expect(scored.ok && scored.value.map(({ standing }) => [standing.outcome, standing.score])).toEqual([
    ["scored", "80.5"],
    ["absent", null],
    ["scored", "89.995"],
  ]);
});

test("without a single row nobody is absent: the file is still to come", () => {
  const stageRule = ruleOf("precourse");
  expect(scoreEntries({ stageRule, entries, reviews: [], imported: new Map() })).toMatchObject({
    refusal: { kind: "nothing-imported" },
  });
});

test("a reviewer excused from one application is one review less there, down to the fewest that the stage asks for", () => {
  const stageRule = ruleOf("interview");
  const interview = { will: "30", problem: "30", teamwork: "20", growth: "20" };
  const panels = [5, 4, 3].flatMap((count, index) =>
    sheets(String(index + 1), count).map((sheet) => ({ ...sheet, scores: interview })),
  );
  const scored = scoreEntries({ stageRule, entries, reviews: panels, imported: new Map() });
  expect(scored.ok && scored.value.map(({ reviews, dropped }) => [reviews, dropped !== null])).toEqual([
    [5, true],
    [4, false],
    [3, false],
  ]);
  const two = panels.filter(({ applicationId, reviewerId }) => applicationId !== "3" || reviewerId !== "r0");
  expect(scoreEntries({ stageRule, entries, reviews: two, imported: new Map() })).toEqual({
    ok: false,
    refusal: { kind: "reviews-missing", count: 1, numbers: ["E3"] },
  });
});

test("a sheet still being written blocks the stage, were there enough others", () => {
  const [first] = entries;
  const unfinished = { ...sheets("1", 1, false)[0]!, reviewerId: "late" };
  const scored = scoreEntries({
    stageRule: ruleOf("document"),
    entries: [first!],
    reviews: [...sheets("1", 3), unfinished],
    imported: new Map(),
  });
  expect(scored).toMatchObject({ refusal: { kind: "reviews-missing", numbers: ["E1"] } });
});

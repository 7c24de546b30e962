import { expect, test } from "vitest";
import { makeRecord } from "#app/domain/proof/record/make-record.ts";
import { verifyRecord } from "#app/domain/proof/record/verify-record.ts";
import { scoreImportedStage, type ImportedStageRule } from "#app/domain/selection/imported-score.ts";
import { set } from "#tests/domain/programme/broken-copy.ts";
import { aPerson, aRule, select } from "#tests/domain/selection/cohort.ts";
import { refOf, saltOf } from "./a-record.ts";

const test1: ImportedStageRule = {
  id: "test",
  minimum: null,
  gate: null,
  criteria: [{ id: "points", max: "50", minPercent: null, column: "percent" }],
};

function anImport() {
  const row = { points: "90" };
  const scored = scoreImportedStage({ rule: test1, row });
  if (!scored.ok) throw new Error(scored.refusal.reason);
  const { outcome, score, criteria } = scored.value;
  const person = aPerson("T-1", "45", { stages: { test: { outcome, score, criteria } } });
  const stage = {
    ...test1,
    criteria: test1.criteria.map(({ id, max, minPercent }) => ({ id, max, minPercent })),
    weightPercent: "100",
  };
  const input = { rule: aRule({ stages: [stage], minimumTotal: null }), people: [person] };
  return makeRecord({
    cohort: "cohort-1",
    input,
    result: select(input),
    scoring: { test: { kind: "imported", rule: test1 } },
    evidence: { "T-1": { test: { reviews: null, row } } },
    refOf,
    salts: { "T-1": { review: saltOf("a"), disclosed: saltOf("b") } },
    told: { stages: true, total: true, rank: true },
    refills: [],
  });
}

test("an imported score is computed again from its row", () => {
  const record = anImport();
  expect(record.people?.[0]?.stages["test"]).toMatchObject({ score: "45", reviews: null, row: { points: "90" } });
  expect(verifyRecord(record).difference).toBeNull();
});

test.each([
  ["a value", "90.5", /people\[0\].stages.test.score/],
  ["a value that cannot be", "101", /people\[0\].stages.test.row/],
])("%s that was changed is named", (_, value, path) => {
  const record = structuredClone(anImport());
  set("people[0].stages.test.row.points", value)(record);
  expect(verifyRecord(record).difference?.path).toMatch(path);
});

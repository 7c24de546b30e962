import { expect, test } from "vitest";
import { scoreImportedStage, type ImportedStageRule } from "#app/domain/selection/imported-score.ts";

const precourse: ImportedStageRule = {
  id: "precourse",
  minimum: "60",
  gate: { criterion: "progress", minimumPercent: "80" },
  criteria: [
    { id: "progress", max: "50", minPercent: null, column: "percent" },
    { id: "assignment", max: "50", minPercent: null, column: "points" },
  ],
};

function score(progress: string | null, assignment: string | null) {
  return scoreImportedStage({ rule: precourse, row: { progress, assignment } });
}

test("progress in percent becomes half as many points, assignments are points already", () => {
  expect(score("90", "40")).toEqual({
    ok: true,
    value: {
      outcome: "scored",
      score: "85",
      exact: "85/1",
      criteria: { progress: "45/1", assignment: "40/1" },
      failed: [],
    },
  });
});

test("the gate compares the imported percentage: 79.99 fails, 80 passes", () => {
  const failed = [{ kind: "gate", id: "progress", value: "79.99", minimum: "80" }];
  expect(score("79.99", "50")).toMatchObject({ value: { score: "89.995", failed } });
  expect(score("80", "50")).toMatchObject({ value: { score: "90", failed: [] } });
});

test("the stage minimum holds beside the gate", () => {
  const failed = [{ kind: "stage_minimum", id: "precourse", value: "59.5", minimum: "60" }];
  expect(score("89", "15")).toMatchObject({ value: { failed } });
});

test("no row means absent", () => {
  const absent = scoreImportedStage({ rule: precourse, row: null });
  expect(absent).toMatchObject({ ok: true, value: { outcome: "absent", score: null } });
});

test.each([
  [null, "40", "missing_value", "progress"],
  ["90", "", "missing_value", "assignment"],
  ["90%", "40", "not_a_number", "progress"],
  ["9/10", "40", "not_a_number", "progress"],
  ["100.5", "40", "out_of_range", "progress"],
  ["90", "51", "out_of_range", "assignment"],
  ["-1", "40", "out_of_range", "progress"],
])("progress %s and assignment %s are refused: %s of %s", (progress, assignment, reason, criterion) => {
  expect(score(progress, assignment)).toMatchObject({ ok: false, refusal: { reason, criterion } });
});

import { describe, expect, test } from "vitest";
import { nextDate } from "#app/domain/cohort/next-date.ts";
import { currentStage, nextStep } from "#app/domain/cohort/next-step.ts";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const { start, end } = windowOf(definition, "application");

function stepAt(phase: CohortPhase, now: Date, stages: readonly StageStatus[] = ["waiting", "waiting"]) {
  return nextStep(definition, {
    phase,
    now,
    stages: stages.map((status, index) => ({ stageKey: ["document", "interview"][index]!, status })),
  });
}

describe("what comes next", () => {
  test("before reviewing is what the calendar says", () => {
    const before = new Date(start.getTime() - 1);

    expect(stepAt("draft", before)).toEqual({ key: "open", at: start });
    expect(stepAt("open", before)).toEqual({ key: "applicationsBegin", at: start });
    expect(stepAt("open", start)).toEqual({ key: "applicationsEnd", at: end });
    expect(stepAt("open", end)).toEqual({ key: "close", at: end });
  });

  test.each<readonly [readonly StageStatus[], object]>([
    [["waiting", "waiting"], { key: "openStage", stageKey: "document" }],
    [["open", "waiting"], { key: "scoreStage", stageKey: "document" }],
    [["closed", "waiting"], { key: "approveStage", stageKey: "document" }],
    [["approved", "waiting"], { key: "publishStage", stageKey: "document" }],
    [["published", "open"], { key: "scoreStage", stageKey: "interview" }],
    [["published", "published"], { key: "select" }],
  ])("while stages stand as %j is %j", (stages, step) => {
    expect(stepAt("in_review", end, stages)).toEqual(step);
  });

  test("after the stages goes from selecting to the archive", () => {
    const phases = ["selecting", "confirmed", "published", "filling", "in_training", "completed", "archived"] as const;
    expect(phases.map((phase) => stepAt(phase, end).key)).toEqual([
      "select",
      "publishDecisions",
      "answers",
      "fill",
      "train",
      "archive",
      "nothing",
    ]);
  });

  test("is done at the first stage that is not published", () => {
    const stages = [{ stageKey: "a", status: "published" } as const, { stageKey: "b", status: "open" } as const];
    expect(currentStage(stages)?.stageKey).toBe("b");
    expect(currentStage(stages.slice(0, 1))).toBeUndefined();
  });
});

describe("the next date of a calendar", () => {
  test("is the first beginning or end after now, never the present instant", () => {
    const inside = nextDate(definition, start);
    expect(inside && new Date(inside.at) > start).toBe(true);
    const justBefore = nextDate(definition, new Date(end.getTime() - 1));
    expect(justBefore && new Date(justBefore.at)).toEqual(end);
  });

  test("is none when all is over", () => {
    expect(nextDate(definition, new Date("2100-01-01T00:00:00Z"))).toBeUndefined();
  });
});

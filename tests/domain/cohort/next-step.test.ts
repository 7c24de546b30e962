import { expect, test } from "vitest";
import { nextDate } from "#app/domain/cohort/next-date.ts";
import { nextStep } from "#app/domain/cohort/next-step.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const { start, end } = windowOf(definition, "application");
const just = (at: Date, ms: number) => new Date(at.getTime() + ms);

test("an open cohort waits for the door, takes applications until the end's instant, then is to be closed", () => {
  const at = (now: Date) => nextStep(definition, { phase: "open", stages: [], now }).key;
  expect([at(just(start, -1)), at(start), at(just(end, -1)), at(end)]).toEqual([
    "applicationsBegin",
    "applicationsEnd",
    "applicationsEnd",
    "close",
  ]);
});

test("while stages are held, the first that is not published says what comes next", () => {
  const now = end;
  const at = (...statuses: readonly ("waiting" | "open" | "closed" | "approved" | "published")[]) =>
    nextStep(definition, {
      phase: "in_review",
      stages: statuses.map((status, index) => ({ stageKey: `stage-${index + 1}`, status })),
      now,
    });
  expect(at("waiting", "waiting")).toEqual({ key: "openStage", stageKey: "stage-1" });
  expect(at("closed", "waiting")).toEqual({ key: "approveStage", stageKey: "stage-1" });
  expect(at("published", "open")).toEqual({ key: "scoreStage", stageKey: "stage-2" });
  expect(at("published", "published")).toEqual({ key: "select" });
});

test("the next date is the first beginning or end still ahead", () => {
  expect(nextDate(definition, just(end, -1))).toMatchObject({ edge: "end" });
  expect(nextDate(definition, new Date("2190-01-01T00:00:00Z"))).toBeUndefined();
});

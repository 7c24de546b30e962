import { describe, expect, test } from "vitest";
import { cohortPhases, hasReached, isInside, takesApplications } from "#app/domain/cohort/phase.ts";

const window = { start: new Date("2026-03-02T09:00:00+09:00"), end: new Date("2026-03-30T18:00:00+09:00") };
const at = (time: string) => new Date(`2026-03-30T${time}+09:00`);

describe("a window", () => {
  test("takes what arrives at its first instant and not what arrives at its last", () => {
    expect(isInside(window, window.start)).toBe(true);
    expect(isInside(window, new Date(window.start.getTime() - 1))).toBe(false);
    expect(isInside(window, at("17:59:59.999"))).toBe(true);
    expect(isInside(window, at("18:00:00.000"))).toBe(false);
  });
});

describe("applications", () => {
  test("are taken inside the window of a cohort that a person opened", () => {
    expect(takesApplications("open", window, at("12:00:00"))).toBe(true);
    expect(takesApplications("open", window, at("18:00:00"))).toBe(false);
    expect(takesApplications("draft", window, at("12:00:00"))).toBe(false);
  });

  test("that arrived in time are taken even when the close was recorded meanwhile", () => {
    expect(takesApplications("closed", window, at("17:59:59.999"))).toBe(true);
    expect(takesApplications("closed", window, at("18:00:00"))).toBe(false);
  });

  test("are not taken once reviewing has begun", () => {
    for (const phase of cohortPhases.slice(3))
      expect(takesApplications(phase, window, at("12:00:00")), phase).toBe(false);
  });
});

test("phases follow one another: each has reached itself and all before it", () => {
  for (const [index, phase] of cohortPhases.entries()) {
    expect(cohortPhases.filter((reached) => hasReached(phase, reached))).toEqual(cohortPhases.slice(0, index + 1));
  }
});

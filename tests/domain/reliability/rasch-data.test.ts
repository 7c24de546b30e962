import { describe, expect, test } from "vitest";
import { estimateRaschSeverity } from "#app/domain/reliability/rasch-severity.ts";
import { fitOf, severityOf, simulate, world } from "./rasch-simulation.ts";

describe("awkward reviews", () => {
  const few = simulate({ ...world, applications: 60 }, 9);

  test("of a reviewer who gave everybody the highest score give a finite, very low severity", () => {
    const generous = fitOf(few.map((review) => (review.reviewer === "r1" ? { ...review, scores: [3, 2, 3] } : review)));
    const severities = generous.reviewers.map(({ severity }) => severity);
    expect(severities.every(Number.isFinite)).toBe(true);
    expect(severityOf(generous, "r1")).toBe(Math.min(...severities));
    expect(severityOf(generous, "r1")).toBeLessThan(-2);
    expect(generous.reviewers.find(({ reviewer }) => reviewer === "r1")!.standardError).toBeGreaterThan(0.5);
  });

  test("of panels that share nobody are compared through the applications' distribution", () => {
    const panels = fitOf([
      ...few,
      ...simulate({ ...world, applications: 60 }, 10).map(({ application, reviewer, scores }) => ({
        application: `other ${application}`,
        reviewer: `other ${reviewer}`,
        scores,
      })),
    ]);
    expect(panels.reviewers).toHaveLength(14);
    expect(
      panels.reviewers.every(({ severity, standardError }) => Number.isFinite(severity) && standardError > 0),
    ).toBe(true);
  });

  test("may leave scores out", () => {
    const holes = fitOf(
      few.map((review, at) => ({
        ...review,
        scores: review.scores.map((score, k) => ((at + k) % 5 === 0 ? null : score)),
      })),
    );
    expect(severityOf(holes, "r6")).toBeGreaterThan(severityOf(holes, "r0"));
    const empty = fitOf([...few, { application: "unread", reviewer: "nobody", scores: [null, null, null] }]);
    expect(empty.applications.some(({ application }) => application === "unread")).toBe(false);
  });

  test("in which all applications are alike have a spread near 0", () => {
    const alike = fitOf(simulate({ ...world, spread: 0 }, 11));
    expect(alike.abilityVariance).toBeLessThan(0.05);
  });

  test("never give a category in between", () => {
    const gap = fitOf(
      few.map((review) => ({ ...review, scores: review.scores.map((score) => (score === 1 ? 2 : score)) })),
    );
    expect(JSON.stringify(gap)).not.toContain("null");
  });

  test.each([
    [[], { kind: "too_few", of: "applications", needed: 2, have: 0 }],
    [few.filter(({ reviewer }) => reviewer === "r0"), { kind: "too_few", of: "reviewers", needed: 2, have: 1 }],
    [[...few, { application: "a", reviewer: "r", scores: [1] }], { kind: "uneven_criteria" }],
    [few.map((review) => ({ ...review, scores: [0.5] })), { kind: "score_not_whole" }],
    [few.map((review) => ({ ...review, scores: [1, 1] })), { kind: "no_variation" }],
    [
      few.map((review, at) => ({ ...review, scores: [at % 22] })),
      { kind: "too_many_categories", criterion: 0, largest: 20 },
    ],
  ])("that cannot be fitted are refused: case %#", (given, refusal) => {
    expect(estimateRaschSeverity(given)).toEqual({ ok: false, refusal });
  });
});

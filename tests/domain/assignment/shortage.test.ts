import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTask, openTask } from "./any-task.ts";
import { scoreOf } from "./brute-force.ts";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { instances } from "#tests/support/instances.ts";

describe("a task that cannot be solved", () => {
  test("names applications whose legal reviewers together can give fewer reviews than they need", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const answer = assignReviewers(task);
        if (answer.ok || answer.refusal.kind !== "applications-short") return;
        const { applications, need, capacity, assignable, required } = answer.refusal;
        const places = applications.map((id) => task.applications.findIndex((each) => each.id === id));
        expect(places.reduce((sum, i) => sum + task.applications[i]!.reviews, 0)).toBe(need);
        expect(roomFor(task, places)).toBe(capacity);
        expect(capacity).toBeLessThan(need);
        expect(required).toBe(task.applications.reduce((sum, { reviews }) => sum + reviews, 0));
        expect(required - assignable).toBe(largestLack(task));
      }),
      { numRuns: instances },
    );
  });

  test("names reviewers who can together not read as much as they are to", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const answer = assignReviewers(task);
        if (answer.ok || answer.refusal.kind !== "minimum-unreachable") return;
        const { reviewers, minimum, available } = answer.refusal;
        const places = reviewers.map((id) => task.reviewers.findIndex((each) => each.id === id));
        const readable = task.applications.map(({ reviews }, i) =>
          Math.min(reviews, places.filter((j) => scoreOf(task, i, j) !== null).length),
        );
        expect(places.reduce((sum, j) => sum + task.reviewers[j]!.min, 0)).toBe(minimum);
        expect(readable.reduce((sum, each) => sum + each, 0)).toBe(available);
        expect(available).toBeLessThan(minimum);
      }),
      { numRuns: instances },
    );
  });

  test("is told apart: too few reviewers, or a minimum that nobody's conflicts leave room for", () => {
    const task = openTask(3, 3, 2);
    const conflicts = ["r0", "r1"];
    const applications = task.applications.map((each) => (each.id === "a1" ? { ...each, conflicts } : each));
    expect(assignReviewers({ ...task, applications })).toEqual({
      ok: false,
      refusal: {
        kind: "applications-short",
        applications: ["a1"],
        reviewers: [],
        need: 2,
        capacity: 1,
        assignable: 5,
        required: 6,
      },
    });
    const idle = task.applications.map((each) => ({ ...each, conflicts: ["r0"] }));
    const reviewers = task.reviewers.map((each) => ({ ...each, max: 9 }));
    expect(assignReviewers({ ...task, applications: idle, reviewers })).toEqual({
      ok: false,
      refusal: { kind: "minimum-unreachable", reviewers: ["r0"], minimum: 2, available: 0 },
    });
  });
});

describe("wrong input is refused by name", () => {
  const task = openTask(2, 2, 1);
  const refusalOf = (change: Partial<ReviewTask>) => {
    const answer = assignReviewers({ ...task, ...change });
    return answer.ok ? undefined : answer.refusal;
  };
  const [application, reviewer] = [task.applications[0]!, task.reviewers[0]!];

  test("an id that stands twice, or that nobody has", () => {
    expect(refusalOf({ applications: [application, application] })).toEqual({ kind: "duplicate-id", what: "a0" });
    expect(refusalOf({ reviewers: [reviewer, reviewer] })).toEqual({ kind: "duplicate-id", what: "r0" });
    const conflicted = { ...application, conflicts: ["r9"] };
    expect(refusalOf({ applications: [conflicted] })).toEqual({ kind: "unknown-id", what: "r9" });
    expect(refusalOf({ anchors: ["a9"] })).toEqual({ kind: "unknown-id", what: "a9" });
  });

  test("numbers that are not whole, negative counts, a minimum above the maximum", () => {
    expect(refusalOf({ applications: [{ ...application, reviews: 1.5 }] })).toEqual({ kind: "not-whole", what: "1.5" });
    expect(refusalOf({ reviewers: [{ ...reviewer, min: -1 }] })).toEqual({ kind: "not-whole", what: "-1" });
    expect(refusalOf({ reviewers: [{ ...reviewer, min: 3, max: 2 }] })).toEqual({ kind: "min-over-max", what: "r0" });
    expect(refusalOf({ scores: [[0.1, 1], [1, 1]] })).toEqual({ kind: "not-whole", what: "0.1" }); // prettier-ignore
    expect(refusalOf({ scores: () => 0.1 })).toEqual({ kind: "not-whole", what: "0.1" });
    expect(refusalOf({ rules: { leastExperts: Number.NaN } })).toEqual({ kind: "not-whole", what: "NaN" });
  });

  test("a table of scores of another size, and scores too far apart to be reckoned with exactly", () => {
    expect(refusalOf({ scores: [[1, 1]] })).toEqual({ kind: "wrong-shape", what: "scores" });
    expect(refusalOf({ scores: [[1], [1]] })).toEqual({ kind: "wrong-shape", what: "scores" });
    const far = 2 ** 52;
    expect(refusalOf({ scores: [[0, far], [far, 0]] })?.kind).toBe("numbers-too-large"); // prettier-ignore
  });
});

/** What all reviewers can give to these applications: each at most once per application. */
function roomFor(task: ReviewTask, places: readonly number[]): number {
  return task.reviewers.reduce(
    (sum, { max }, j) => sum + Math.min(max, places.filter((i) => scoreOf(task, i, j) !== null).length),
    0,
  );
}

/** By the deficiency form of Hall's theorem, over all sets of applications. */
function largestLack(task: ReviewTask): number {
  let most = 0;
  for (let set = 0; set < 2 ** task.applications.length; set += 1) {
    const places = [...task.applications.keys()].filter((i) => (set >> i) & 1);
    const need = places.reduce((sum, i) => sum + task.applications[i]!.reviews, 0);
    most = Math.max(most, need - roomFor(task, places));
  }
  return most;
}

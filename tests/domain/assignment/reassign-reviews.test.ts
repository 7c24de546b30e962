import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTask, openTask } from "./any-task.ts";
import { best, everyAssignment } from "./brute-force.ts";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { reassignReviews, type Reassignment } from "#app/domain/assignment/reassign-reviews.ts";
import type { ReviewPair, ReviewTask } from "#app/domain/assignment/review-task.ts";
import { instances } from "#tests/support/instances.ts";

/** Pairs that exist, among them some that are conflicts now; some begun. */
const anyStanding = fc
  .record({
    task: anyTask,
    current: fc.uniqueArray(fc.record({ i: fc.nat(3), j: fc.nat(3), begun: fc.boolean() }), {
      selector: ({ i, j }) => `${i} ${j}`,
      maxLength: 6,
    }),
    dropped: fc.array(fc.nat(3), { maxLength: 1 }),
  })
  .map(({ task, current, dropped }) => ({
    task,
    current: current
      .filter(({ i, j }) => i < task.applications.length && j < task.reviewers.length)
      .map(({ i, j, begun }) => ({ application: `a${i}`, reviewer: `r${j}`, begun })),
    dropped: dropped.filter((j) => j < task.reviewers.length).map((j) => `r${j}`),
  }));

describe("after a drop-out or a late conflict", () => {
  test("the most existing pairs are kept, then the total is the largest", () => {
    fc.assert(
      fc.property(anyStanding, ({ task, current: given, dropped }) => {
        const current = given.map((pair) => ({ ...pair, begun: false }));
        const all = everyAssignment(withoutDropped(task, dropped));
        const answer = reassignReviews({ task, current, dropped });
        expect(answer.ok).toBe(all.length > 0);
        if (!answer.ok) return;
        const kept = (pairs: readonly ReviewPair[]) => pairs.filter((pair) => has(current, pair)).length;
        const most = best(all.map(({ pairs }) => kept(pairs)));
        expect(kept(answer.value.pairs)).toBe(most);
        const totals = all.filter(({ pairs }) => kept(pairs) === most).map(({ total }) => total);
        expect(answer.value.total).toBe(best(totals));
        expect(answer.value.optimal).toBe(true);
      }),
      { numRuns: instances },
    );
  });

  test("every change is listed once: added, lost by force, or moved to make room", () => {
    fc.assert(
      fc.property(anyStanding, ({ task, current, dropped }) => {
        const answer = reassignReviews({ task, current, dropped });
        if (!answer.ok) return;
        const { pairs, added, lostPairs, movedPairs } = answer.value;
        const ended = [...lostPairs, ...movedPairs];
        expect(added.every((pair) => has(pairs, pair) && !has(current, pair))).toBe(true);
        expect(ended.every((pair) => has(current, pair) && !has(pairs, pair))).toBe(true);
        expect(current.length - ended.length + added.length).toBe(pairs.length);
        const mayRead = (pair: ReviewPair) => isLegal(task, pair) && !dropped.includes(pair.reviewer);
        for (const pair of lostPairs) expect(mayRead(pair)).toBe(false);
        for (const pair of movedPairs) expect(mayRead(pair)).toBe(true);
        for (const pair of current) if (pair.begun) expect(has(movedPairs, pair)).toBe(false);
      }),
      { numRuns: instances },
    );
  });

  test("the largest load can be kept lowest before anything else", () => {
    fc.assert(
      fc.property(anyStanding, ({ task, current: given, dropped }) => {
        const current = given.map((pair) => ({ ...pair, begun: false }));
        const duty = withoutDropped(task, dropped);
        const answer = reassignReviews({ task, current, dropped, lowestPeak: true });
        const all = everyAssignment(duty);
        expect(answer.ok).toBe(all.length > 0);
        if (!answer.ok) return;
        const peak = Math.max(0, ...answer.value.loads.map(({ load }) => load));
        expect(peak).toBe(Math.min(...all.map(({ loads }) => Math.max(0, ...loads))));
      }),
      { numRuns: instances / 2 },
    );
  });

  test("nothing changes where nothing has happened, and only what must where something has", () => {
    const task = openTask(30, 10);
    const reviewers = task.reviewers.map((each) => ({ ...each, max: 11 }));
    const roomy = { ...task, reviewers };
    const first = assignReviewers(roomy);
    if (!first.ok) throw new Error("solvable");
    const still = reassignReviews({ task: roomy, current: first.value.pairs, dropped: [] });
    expect(still.ok && [still.value.added, still.value.movedPairs, still.value.lostPairs]).toEqual([[], [], []]);
    const after = reassignReviews({ task: roomy, current: first.value.pairs, dropped: ["r4"] });
    if (!after.ok) throw new Error("solvable");
    expect(after.value.movedPairs).toEqual([]);
    expect(after.value.lostPairs).toEqual(first.value.pairs.filter(({ reviewer }) => reviewer === "r4"));
    expect(after.value.added.length).toBe(after.value.lostPairs.length);
    expect(reassignReviews({ task: roomy, current: first.value.pairs, dropped: ["r4"] })).toEqual(after);
  });

  test("a begun review stays even where an exchange would score better; a conflict ends it all the same", () => {
    const task: ReviewTask = {
      applications: [{ id: "a0", reviews: 1, conflicts: [] }],
      reviewers: [
        { id: "r0", min: 0, max: 1 },
        { id: "r1", min: 1, max: 1 },
      ],
      scores: [[1, 9]],
      seed: "",
    };
    const current = [{ application: "a0", reviewer: "r0", begun: true }];
    expect(refusalOf({ task, current, dropped: [] })).toMatchObject({ kind: "minimum-unreachable", reviewers: ["r1"] });
    const late = { ...task, applications: [{ id: "a0", reviews: 1, conflicts: ["r0"] }] };
    const answer = reassignReviews({ task: late, current, dropped: [] });
    expect(answer.ok && answer.value.pairs).toEqual([{ application: "a0", reviewer: "r1" }]);
    expect(answer.ok && answer.value.lostPairs).toEqual([{ application: "a0", reviewer: "r0" }]);
  });

  test("unknown ids and a pair that stands twice are refused; a drop-out's minimum is waived", () => {
    const task = openTask(2, 3, 1);
    const pair = { application: "a0", reviewer: "r0" };
    expect(refusalOf({ task, current: [], dropped: ["r9"] })).toEqual({ kind: "unknown-id", what: "r9" });
    expect(refusalOf({ task, current: [{ ...pair, application: "x" }], dropped: [] })).toEqual({
      kind: "unknown-id",
      what: "x",
    });
    expect(refusalOf({ task, current: [pair, pair], dropped: [] })).toEqual({ kind: "duplicate-id", what: "a0 r0" });
    const reviewers = task.reviewers.map((each, j) => (j === 0 ? { ...each, min: 9, max: 2 } : each));
    expect(reassignReviews({ task: { ...task, reviewers }, current: [pair], dropped: ["r0"] }).ok).toBe(true);
  });
});

function refusalOf(given: Reassignment) {
  const answer = reassignReviews(given);
  return answer.ok ? undefined : answer.refusal;
}

function has(pairs: readonly ReviewPair[], { application, reviewer }: ReviewPair): boolean {
  return pairs.some((each) => each.application === application && each.reviewer === reviewer);
}

function withoutDropped(task: ReviewTask, dropped: readonly string[]): ReviewTask {
  return {
    ...task,
    reviewers: task.reviewers.map((each) => (dropped.includes(each.id) ? { ...each, min: 0, max: 0 } : each)),
  };
}

function isLegal(task: ReviewTask, { application, reviewer }: ReviewPair): boolean {
  const i = task.applications.findIndex(({ id }) => id === application);
  const j = task.reviewers.findIndex(({ id }) => id === reviewer);
  const scores = task.scores as readonly (readonly (number | null)[])[];
  return scores[i]![j] !== null && !task.applications[i]!.conflicts.includes(reviewer);
}

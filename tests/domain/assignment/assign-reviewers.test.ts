import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTask, openTask, turned } from "./any-task.ts";
import { best, everyAssignment, scoreOf } from "./brute-force.ts";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { withBalancedLoads } from "#app/domain/assignment/balanced-loads.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { instances } from "#tests/support/instances.ts";

const runs = { numRuns: instances };

describe("the cheapest assignment", () => {
  test("has the largest total that any assignment has, and exists exactly when one does", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const all = everyAssignment(task);
        const answer = assignReviewers(task);
        expect(answer.ok).toBe(all.length > 0);
        if (!answer.ok) return;
        expect(answer.value.total).toBe(best(all.map(({ total }) => total)));
        expect(answer.value.bound).toBe(answer.value.total);
        expect(answer.value.optimal).toBe(true);
      }),
      runs,
    );
  });

  test("gives each application its reviews by different people without a conflict, within everybody's bounds", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const answer = assignReviewers(task);
        if (!answer.ok) return;
        const { pairs, loads } = answer.value;
        expect(new Set(pairs.map(({ application, reviewer }) => `${application} ${reviewer}`)).size).toBe(pairs.length);
        task.applications.forEach(({ id, reviews }, i) => {
          const readers = pairs.filter(({ application }) => application === id).map(({ reviewer }) => reviewer);
          expect(readers.length).toBe(reviews);
          for (const reader of readers) {
            expect(
              scoreOf(
                task,
                i,
                task.reviewers.findIndex((each) => each.id === reader),
              ),
            ).not.toBeNull();
          }
        });
        for (const { id, min, max } of task.reviewers) {
          const load = pairs.filter(({ reviewer }) => reviewer === id).length;
          expect(loads).toContainEqual({ reviewer: id, load });
          expect(load).toBeGreaterThanOrEqual(min);
          expect(load).toBeLessThanOrEqual(max);
        }
      }),
      runs,
    );
  });

  test("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const answer = assignReviewers(turned(task));
        expect(answer).toEqual(assignReviewers(task));
      }),
      runs,
    );
  });

  test("is the same for the same seed; another seed tells equally good ones apart", () => {
    const task: ReviewTask = { ...openTask(20, 6), scores: () => 0 };
    expect(assignReviewers(task)).toEqual(assignReviewers(task));
    expect(pairsOf(assignReviewers({ ...task, seed: "other" }))).not.toEqual(pairsOf(assignReviewers(task)));
  });

  test("levels the loads as far as anything can before scores count, when asked", () => {
    fc.assert(
      fc.property(anyTask, (given) => {
        const task = { ...given, loads: "level" as const };
        const all = everyAssignment(task);
        const answer = assignReviewers(task);
        expect(answer.ok).toBe(all.length > 0);
        if (!answer.ok) return;
        const uneven = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0);
        const least = Math.min(...all.map(({ loads }) => uneven(loads)));
        expect(uneven(answer.value.loads.map(({ load }) => load))).toBe(least);
        const level = all.filter(({ loads }) => uneven(loads) === least);
        expect(answer.value.total).toBe(best(level.map(({ total }) => total)));
      }),
      runs,
    );
  });

  test("gives an anchor to everybody who may read it", () => {
    const task: ReviewTask = { ...openTask(6, 5, 2), anchors: ["a3"] };
    const reviewers = task.reviewers.map((each) => ({ ...each, max: 9 }));
    const answer = pairsOf(assignReviewers({ ...task, reviewers }));
    expect(answer.filter(({ application }) => application === "a3").length).toBe(5);
    expect(answer.filter(({ application }) => application === "a2").length).toBe(2);
  });

  test("keeps reviewers to their tracks, or prefers them where a bonus is given", () => {
    const task: ReviewTask = {
      applications: [
        { id: "a0", reviews: 1, track: "x", conflicts: [] },
        { id: "a1", reviews: 1, track: null, conflicts: [] },
      ],
      reviewers: [
        { id: "r0", min: 0, max: 2, tracks: ["x"] },
        { id: "r1", min: 0, max: 2 },
        { id: "r2", min: 0, max: 2, tracks: ["y"] },
      ],
      scores: [
        [1, 3, 9],
        [9, 3, 2],
      ],
      seed: "",
    };
    expect(pairsOf(assignReviewers(task)).map(({ reviewer }) => reviewer)).toEqual(["r1", "r1"]);
    const wished = assignReviewers({ ...task, trackBonus: 9 });
    expect(pairsOf(wished).map(({ reviewer }) => reviewer)).toEqual(["r0", "r0"]);
    expect(wished.ok && wished.value.total).toBe(19);
  });

  test("keeps an application from reviewers of its own institution, and counts reviews from elsewhere", () => {
    const task: ReviewTask = {
      applications: [{ id: "a0", reviews: 1, conflicts: [], institutions: ["u"] }],
      reviewers: [
        { id: "r0", min: 0, max: 2, institution: "u" },
        { id: "r1", min: 0, max: 2, taken: 2 },
        { id: "r2", min: 3, max: 3, taken: 2 },
      ],
      scores: [[9, 9, 1]],
      seed: "",
    };
    const answer = assignReviewers(task);
    expect(pairsOf(answer)).toEqual([{ application: "a0", reviewer: "r2" }]);
    expect(answer.ok && answer.value.loads.map(({ load }) => load)).toEqual([0, 2, 3]);
  });

  test("finds the same total on thinned pairs of many reviewers as on all pairs", () => {
    const many = openTask(300, 150, 2);
    const few = { ...many, reviewers: many.reviewers.slice(0, 120).map((each) => ({ ...each, min: 0, max: 6 })) };
    const spread = assignReviewers(many);
    expect(spread.ok && spread.value.optimal).toBe(true);
    expect(spread.ok && spread.value.log.consideredPairs).toBeLessThan(300 * 150);
    const blocked = [
      ...many.reviewers,
      ...many.reviewers.map((each) => ({ ...each, id: `${each.id}x`, min: 0, max: 0 })),
    ];
    const dense = assignReviewers({ ...few, reviewers: few.reviewers });
    const same = assignReviewers({
      ...few,
      reviewers: [...few.reviewers, ...blocked.slice(-30)],
      scores: (i, j) => (j < 120 ? (few.scores as (i: number, j: number) => number)(i, j) : 100),
    });
    expect(same.ok && dense.ok && same.value.total - dense.value.total).toBe(0);
    expect(same.ok && same.value.optimal).toBe(true);
  });

  test("widens the considered pairs until an assignment is found where the best ones do not do", () => {
    const task: ReviewTask = {
      applications: Array.from({ length: 200 }, (_, i) => ({ id: `a${i}`, reviews: 1, conflicts: [] })),
      reviewers: Array.from({ length: 200 }, (_, j) => ({ id: `r${j}`, min: 1, max: 1 })),
      scores: (_, j) => -j,
      seed: "s",
    };
    const answer = assignReviewers(task);
    expect(answer.ok && answer.value.total).toBe(-19_900);
  });
});

describe("bounds around the mean load", () => {
  test("are its floor and ceiling, or the own bounds of those who cannot read so much", () => {
    const reader = (id: string, min: number, max: number) => ({ id, min, max });
    const files = Array.from({ length: 5 }, () => ({ reviews: 2 }));
    const open = [reader("a", 0, 9), reader("b", 0, 9), reader("c", 0, 9)];
    expect(withBalancedLoads(files, open)).toEqual([reader("a", 3, 4), reader("b", 3, 4), reader("c", 3, 4)]);
    const tight = [reader("a", 0, 1), reader("b", 5, 9), reader("c", 0, 9)];
    expect(withBalancedLoads(files, tight)).toEqual([reader("a", 1, 1), reader("b", 5, 5), reader("c", 4, 4)]);
    expect(withBalancedLoads(files, [reader("a", 0, 4)])).toEqual([reader("a", 3, 4)]);
  });

  test("always hold the sum of the reviews when the reviewers can read them", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const total = task.applications.reduce((sum, { reviews }) => sum + reviews, 0);
        const room = task.reviewers.reduce((sum, { max }) => sum + max, 0);
        const duty = task.reviewers.reduce((sum, { min }) => sum + min, 0);
        if (total > room || total < duty) return;
        const bounds = withBalancedLoads(task.applications, task.reviewers);
        expect(bounds.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(total);
        expect(bounds.reduce((sum, { max }) => sum + max, 0)).toBeGreaterThanOrEqual(total);
      }),
      runs,
    );
  });
});

function pairsOf(answer: ReturnType<typeof assignReviewers>) {
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value.pairs;
}

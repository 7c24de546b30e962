import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTask, openTask } from "./any-task.ts";
import { best, everyAssignment, mostShared } from "./brute-force.ts";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { panelStrengths } from "#app/domain/assignment/panel-strengths.ts";
import type { ReviewAssignment, ReviewTask } from "#app/domain/assignment/review-task.ts";
import { designComponents } from "#app/domain/reliability/connectivity.ts";
import { instances } from "#tests/support/instances.ts";

/** Two groups of reviewers, each the best for its own half of the applications. */
const split: ReviewTask = {
  applications: Array.from({ length: 8 }, (_, i) => ({ id: `a${i}`, reviews: 2, conflicts: [] })),
  reviewers: Array.from({ length: 6 }, (_, j) => ({ id: `r${j}`, min: 2, max: 3 })),
  scores: (i, j) => (i < 4 === j < 3 ? 50 + i + j : 10 + j),
  seed: "split",
};

describe("connection", () => {
  test("a panel that falls apart is joined by the exchange that costs least", () => {
    const apart = solved(split);
    expect(apart.panels).toMatchObject([{ track: "", components: 2 }]);
    const joined = solved({ ...split, repairs: { connect: true } });
    expect(joined.panels).toMatchObject([{ components: 1 }]);
    expect(joined.log.repairs).toBe(1);
    expect(joined.log.lost).toBe(apart.total - joined.total);
    expect(joined.total).toBe(leastLoss(split, apart));
    expect(designComponents(joined.pairs).length).toBe(1);
  });

  test("what is reported is what a count of the pairs gives, and repairs break no bound and no conflict", () => {
    fc.assert(
      fc.property(anyTask, fc.record({ connect: fc.boolean(), overlap: fc.boolean() }), (task, repairs) => {
        const answer = assignReviewers({ ...task, repairs });
        if (!answer.ok) return;
        const [panel] = answer.value.panels;
        expect(panel?.components ?? 0).toBe(designComponents(answer.value.pairs).length);
        expect(panel?.mostTogether ?? 0).toBe(mostShared(answer.value.pairs));
        const texts = everyAssignment(task).map(({ pairs }) => textOf(pairs));
        expect(texts).toContain(textOf(answer.value.pairs));
      }),
      { numRuns: instances },
    );
  });

  test("each track is a panel of its own", () => {
    const tracks = split.applications.map((each, i) => ({ ...each, track: i < 4 ? "x" : "y" }));
    const answer = solved({ ...split, applications: tracks, repairs: { connect: true } });
    expect(answer.panels.map(({ track, components }) => [track, components])).toEqual([
      ["x", 1],
      ["y", 1],
    ]);
    expect(answer.log.repairs).toBe(0);
  });

  test("an anchor that all read connects everybody at once", () => {
    const reviewers = split.reviewers.map((each) => ({ ...each, max: 4 }));
    expect(solved({ ...split, reviewers, anchors: ["a0"] }).panels).toMatchObject([{ components: 1, leastOverlap: 5 }]);
  });

  test("single readers cannot be connected: that is said, not repaired", () => {
    const single = split.applications.map((each) => ({ ...each, reviews: 1 }));
    const reviewers = split.reviewers.map((each) => ({ ...each, min: 1 }));
    const answer = solved({ ...split, applications: single, reviewers, repairs: { connect: true, overlap: true } });
    expect(answer.panels).toMatchObject([{ components: 6, overlapTarget: 0 }]);
  });

  test("its strength is told for each track", () => {
    const [panel] = panelStrengths(split, solved({ ...split, repairs: { connect: true } }).pairs);
    expect(panel?.components.length).toBe(1);
    expect(panel?.components[0]?.algebraicConnectivity).toBeGreaterThan(0);
  });
});

describe("overlap", () => {
  /** Fixed trios: the same three people are best for the same files. */
  const trios: ReviewTask = {
    applications: Array.from({ length: 24 }, (_, i) => ({ id: `a${i}`, reviews: 3, conflicts: [] })),
    reviewers: Array.from({ length: 12 }, (_, j) => ({ id: `r${j}`, min: 6, max: 6 })),
    scores: (i, j) => (i % 4 === j % 4 ? 20 : 15),
    seed: "trios",
  };

  test("fixed trios are broken up so that everybody shares files with at least min(2r, m − 1) others", () => {
    expect(solved(trios).panels).toMatchObject([{ components: 4, leastOverlap: 2, overlapTarget: 6 }]);
    const spread = solved({ ...trios, repairs: { overlap: true, connect: true } });
    expect(spread.panels[0]?.leastOverlap).toBeGreaterThanOrEqual(6);
    expect(spread.panels[0]?.components).toBe(1);
  });

  test("a price on meeting often makes pairs of reviewers meet less often", () => {
    const before = solved(trios);
    const after = solved({ ...trios, repairs: { togetherWeight: 2 } });
    expect(before.panels[0]?.mostTogether).toBe(6);
    expect(after.panels[0]?.mostTogether).toBeLessThan(6);
    expect(before.total - after.total).toBe(after.log.lost);
  });
});

describe("the lowest application", () => {
  test("is raised and never lowered, never above what is possible", () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const plain = assignReviewers(task);
        const raised = assignReviewers({ ...task, repairs: { raiseWorst: true } });
        if (!plain.ok || !raised.ok) return;
        expect(raised.value.worst).toBeGreaterThanOrEqual(plain.value.worst);
        if (task.applications.length === 0) return;
        expect(raised.value.worst).toBeLessThanOrEqual(best(everyAssignment(task).map(({ worst }) => worst)));
      }),
      { numRuns: instances },
    );
  });

  test("gets a better reader at the cost of the total", () => {
    const task: ReviewTask = {
      applications: [
        { id: "a0", reviews: 1, conflicts: [] },
        { id: "a1", reviews: 1, conflicts: [] },
      ],
      reviewers: [
        { id: "r0", min: 1, max: 1 },
        { id: "r1", min: 1, max: 1 },
      ],
      scores: [
        [100, 40],
        [40, 1],
      ],
      seed: "",
    };
    expect(solved(task)).toMatchObject({ total: 101, worst: 1 });
    const raised = solved({ ...task, repairs: { raiseWorst: true } });
    expect(raised).toMatchObject({ total: 80, worst: 40, bound: 101 });
    expect(raised.log).toMatchObject({ repairs: 1, lost: 21 });
  });

  test("is raised in a large pool", () => {
    const task = openTask(400, 20);
    const plain = solved(task);
    const raised = solved({ ...task, repairs: { raiseWorst: true } });
    expect(raised.worst).toBeGreaterThanOrEqual(plain.worst);
    expect(raised.loads).toEqual(plain.loads);
  });
});

/** The largest total of any one exchange that connects: by trying all pairs of pairs. */
function leastLoss(task: ReviewTask, { pairs, total }: ReviewAssignment): number {
  const scores = task.scores as (i: number, j: number) => number;
  const score = ({ application, reviewer }: { application: string; reviewer: string }) =>
    scores(Number(application.slice(1)), Number(reviewer.slice(1)));
  const results = pairs.flatMap((one) => {
    const rest = pairs.filter((pair) => pair !== one);
    const load = (id: string) => pairs.filter(({ reviewer }) => reviewer === id).length;
    const shifts = task.reviewers
      .filter(({ id, max }) => load(id) < max && load(one.reviewer) > 2)
      .map(({ id }) => [...rest, { ...one, reviewer: id }]);
    const exchanges = rest.map((other) => [
      ...rest.filter((pair) => pair !== other),
      { ...one, reviewer: other.reviewer },
      { ...other, reviewer: one.reviewer },
    ]);
    return [...shifts, ...exchanges]
      .filter((changed) => new Set(changed.map((pair) => `${pair.application} ${pair.reviewer}`)).size === pairs.length)
      .filter((changed) => designComponents(changed).length === 1)
      .map((changed) => changed.reduce((sum, pair) => sum + score(pair), 0));
  });
  return Math.min(total, best(results));
}

function textOf(pairs: ReviewAssignment["pairs"]): string {
  return pairs
    .map(({ application, reviewer }) => `${application} ${reviewer}`)
    .toSorted()
    .join(", ");
}

function solved(task: ReviewTask): ReviewAssignment {
  const answer = assignReviewers(task);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTask, openTask } from "./any-task.ts";
import { best, everyAssignment, mostShared } from "./brute-force.ts";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { largestWorstTotal } from "#app/domain/assignment/largest-worst-total.ts";
import type { ReviewAssignment, ReviewTask } from "#app/domain/assignment/review-task.ts";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { instances } from "#tests/support/instances.ts";

const solver = await loadIntegerSolver();
const unhurried = 120_000;

const ruledTask: fc.Arbitrary<ReviewTask> = fc
  .tuple(
    anyTask,
    fc.record({
      onePerInstitution: fc.boolean(),
      leastExperts: fc.nat(1),
      leastExternal: fc.nat(1),
      mostTogether: fc.constantFrom(1, 2, 9),
    }),
  )
  .map(([task, rules]) => ({ ...task, rules }));

describe("side rules, with a solver", () => {
  test(
    "leave the largest total of all assignments that obey them, and a refusal exactly when none does",
    () => {
      fc.assert(
        fc.property(ruledTask, (task) => {
          const all = everyAssignment(task);
          const answer = assignReviewers(task, { solver });
          expect(answer.ok).toBe(all.length > 0);
          if (!answer.ok) return;
          expect(answer.value.total).toBe(best(all.map(({ total }) => total)));
          expect(answer.value.optimal).toBe(true);
          expect(obeyed(task, answer.value)).toBe(true);
        }),
        { numRuns: instances },
      );
    },
    unhurried,
  );

  test(
    "tell how high the lowest application's total could be",
    () => {
      fc.assert(
        fc.property(ruledTask, (task) => {
          const all = everyAssignment(task);
          const highest = best(all.map(({ worst }) => worst));
          const expected = all.length === 0 ? undefined : highest === Infinity ? 0 : highest;
          expect(largestWorstTotal(task, solver)).toBe(expected);
        }),
        { numRuns: instances / 4 },
      );
    },
    unhurried,
  );

  test("do not believe a solver: a wrong point is no answer, a poor one is bettered", () => {
    const task: ReviewTask = {
      ...openTask(6, 6, 2),
      reviewers: openTask(6, 6, 2).reviewers.map((each, j) => ({ ...each, institution: j < 3 ? "u" : "v" })),
      rules: { onePerInstitution: true },
    };
    const honest = assignReviewers(task, { solver });
    const liar: IntegerSolver = ({ lower }) => ({ status: "solved", values: lower.map(() => 1) });
    const byExchanges = assignReviewers(task, { solver: liar });
    expect(byExchanges.ok && byExchanges.value.optimal).toBe(false);
    let asked = 0;
    const lazy: IntegerSolver = (program) => {
      asked += 1;
      return solver(asked === 1 ? { ...program, minimise: program.minimise.map((each) => -each) } : program);
    };
    const bettered = assignReviewers(task, { solver: lazy });
    expect(bettered.ok && bettered.value.total).toBe(honest.ok && honest.value.total);
    expect(asked).toBeGreaterThan(2);
  });
});

describe("side rules, by exchanges alone", () => {
  test("never break a rule, a bound or a conflict, and never beat the optimum", () => {
    fc.assert(
      fc.property(ruledTask, (task) => {
        const answer = assignReviewers(task);
        if (!answer.ok) return;
        const all = everyAssignment(task);
        expect(obeyed(task, answer.value)).toBe(true);
        expect(answer.value.total).toBeLessThanOrEqual(best(all.map(({ total }) => total)));
        expect(answer.value.total).toBeLessThanOrEqual(answer.value.bound);
      }),
      { numRuns: instances },
    );
  });

  test("meet the rules in a pool of real size and come close to the solver's total", () => {
    const open = openTask(60, 10);
    const task: ReviewTask = {
      ...open,
      reviewers: open.reviewers.map((each, j) => ({
        ...each,
        institution: `i${j % 7}`,
        expert: j % 3 === 0,
        external: j % 2 === 1,
      })),
      rules: { onePerInstitution: true, leastExperts: 1, leastExternal: 1, mostTogether: 9 },
    };
    const exact = assignReviewers({ ...task, rules: { onePerInstitution: true, leastExperts: 1 } }, { solver });
    const near = assignReviewers({ ...task, rules: { onePerInstitution: true, leastExperts: 1 } });
    if (!exact.ok || !near.ok) throw new Error("solvable");
    expect(exact.value.optimal).toBe(true);
    expect(near.value.log.repairs).toBeGreaterThan(0);
    expect(near.value.total).toBeGreaterThan(exact.value.total * 0.98);
    const all = assignReviewers(task);
    if (!all.ok) throw new Error("solvable");
    expect(mostShared(all.value.pairs)).toBeLessThanOrEqual(9);
  });

  test("name what they cannot meet", () => {
    const task: ReviewTask = {
      ...openTask(1, 2, 2),
      reviewers: [
        { id: "r0", min: 0, max: 9, institution: "u" },
        { id: "r1", min: 0, max: 9, institution: "u" },
      ],
      rules: { onePerInstitution: true, leastExperts: 1, mostTogether: 0 },
    };
    expect(assignReviewers(task)).toEqual({
      ok: false,
      refusal: {
        kind: "rules-unmet",
        breaches: [
          { kind: "institution", of: ["a0"] },
          { kind: "experts", of: ["a0"] },
          { kind: "together", of: ["r0", "r1"] },
        ],
      },
    });
    expect(assignReviewers(task, { solver })).toEqual({ ok: false, refusal: { kind: "rules-infeasible" } });
  });
});

describe("level loads under side rules", () => {
  test("stay as level as they were", () => {
    const open = openTask(9, 6, 2);
    const reviewers = open.reviewers.map((each, j) => ({ ...each, min: 0, max: 9, expert: j < 3 }));
    const task: ReviewTask = { ...open, reviewers, loads: "level", rules: { leastExperts: 1 } };
    for (const tools of [{ solver }, {}]) {
      const answer = assignReviewers(task, tools);
      if (!answer.ok) throw new Error("solvable");
      expect(answer.value.loads.map(({ load }) => load)).toEqual([3, 3, 3, 3, 3, 3]);
    }
  });
});

/** By counting, not with the code under test. */
function obeyed(task: ReviewTask, { pairs }: ReviewAssignment): boolean {
  const { rules = {} } = task;
  const isFine = task.applications.every(({ id }) => {
    const people = pairs
      .filter(({ application }) => application === id)
      .map(({ reviewer }) => task.reviewers.find((each) => each.id === reviewer)!);
    const institutions = people.flatMap(({ institution }) => institution ?? []);
    return (
      (!rules.onePerInstitution || new Set(institutions).size === institutions.length) &&
      people.filter(({ expert }) => expert).length >= (rules.leastExperts ?? 0) &&
      people.filter(({ external }) => external).length >= (rules.leastExternal ?? 0)
    );
  });
  return isFine && mostShared(pairs) <= (rules.mostTogether ?? Infinity);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { completeWithIncumbents, type Completion } from "#app/domain/selection/choice/protect-incumbents.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { instances } from "#tests/support/instances.ts";
import {
  bestFallback,
  bestKeepingBounds,
  overlappingInstances,
  overlappingRule,
  poolOf,
  type OverlappingInstance,
} from "./overlapping-instances.ts";

const solver = await loadIntegerSolver();
const silent: IntegerSolver = () => ({ status: "undecided" });

function completed(instance: OverlappingInstance, incumbents: readonly number[], by = silent): Completion {
  const answer = completeWithIncumbents({ ...instance, incumbents, solver: by });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

/** An instance with some of its people seated, whatever the rule says about them. */
const seated = overlappingInstances.chain((instance) =>
  fc.tuple(fc.constant(instance), fc.shuffledSubarray([...instance.pool.order])),
);

describe("refilling beside people who hold an accepted offer", () => {
  test("gives the best completion that contains them all, else the fallback beside them, as trying every set shows", () => {
    fc.assert(
      fc.property(seated, ([instance, incumbents]) => {
        const best = bestKeepingBounds(instance, { incumbents });
        const { choice, added } = completed(instance, incumbents);
        expect(choice.feasible).toBe(best !== undefined);
        expect([...choice.chosen]).toEqual(best ?? bestFallback(instance, { incumbents }));
        expect([...added]).toEqual([...choice.chosen].filter((person) => !incumbents.includes(person)));
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("says whether the rule run again on the same people would have given another set", () => {
    fc.assert(
      fc.property(seated, ([instance, incumbents]) => {
        const { choice, cleanRerun, differsFromCleanRerun } = completed(instance, incumbents);
        expect([...cleanRerun.chosen]).toEqual(bestKeepingBounds(instance) ?? bestFallback(instance));
        const same = [...choice.chosen].every((person) => cleanRerun.chosen.includes(person));
        expect(differsFromCleanRerun).toBe(!same || choice.chosen.length !== cleanRerun.chosen.length);
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("keeps somebody whom a clean run would push out after a decline", () => {
    // At most one of A and one of B. 0 (A) and 2 (B) were chosen; without 0 a clean run prefers 1 (AB), which excludes 2.
    const rule = overlappingRule(2, [["A", 0, 1], ["B", 0, 1]]); // prettier-ignore
    const pool = poolOf(["A", "B"], ["A", "AB", "B", ""]);
    const after = { ...pool, order: pool.order.filter((person) => person !== 0) };
    const { choice, added, cleanRerun, differsFromCleanRerun } = completed({ rule, pool: after }, [2], solver);
    expect([choice.feasible, [...choice.chosen], [...added]]).toEqual([true, [2, 3], [3]]);
    expect([[...cleanRerun.chosen], differsFromCleanRerun]).toEqual([[1, 3], true]);
  });

  test("removes nobody, even above a maximum or the number of seats, and then adds nobody there", () => {
    const pool = poolOf(["A"], ["A", "", "A", "A", ""]);
    const above = completed({ rule: overlappingRule(4, [["A", 0, 1]]), pool }, [2, 3]);
    expect([[...above.choice.chosen], above.choice.feasible]).toEqual([[1, 2, 3, 4], false]);
    expect(above.choice.conflict).toEqual({ minima: [], maxima: ["A"], seats: false });
    const full = completed({ rule: overlappingRule(1, []), pool }, [4, 2]);
    expect([[...full.choice.chosen], full.choice.feasible, [...full.added]]).toEqual([[2, 4], false, []]);
    expect(full.choice.conflict).toEqual({ minima: [], maxima: [], seats: true });
  });

  test("misses minima in the published order of groups", () => {
    const pool = poolOf(["A", "B"], ["", "B", "A"]);
    const rule = overlappingRule(2, [["A", 1, null], ["B", 1, null]]); // prettier-ignore
    const given = { rule, pool, incumbents: [0], solver };
    const free = completeWithIncumbents(given);
    const first = completeWithIncumbents({ ...given, groupPriority: ["A"] });
    expect([free.ok && [...free.value.added], first.ok && [...first.value.added]]).toEqual([[1], [2]]);
  });

  test("is refused where the completion or the clean run stays undecided", () => {
    const pool = poolOf(["A"], ["", "A"]);
    const rule = overlappingRule(1, [["A", 1, null]]);
    for (const answered of [0, 1]) {
      let left = answered;
      const solver: IntegerSolver = () => {
        left -= 1;
        return left < 0 ? { status: "undecided" } : { status: "solved", values: [0, 1, 0] };
      };
      const answer = completeWithIncumbents({ rule, pool, incumbents: [1], solver, nodeLimit: 0 });
      expect(answer).toEqual({ ok: false, refusal: "undecided" });
    }
  });

  test("is refused with more than six bounded groups", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    const rule = overlappingRule(
      1,
      names.map((name) => [name, 1, null]),
    );
    const pool = poolOf(names, ["ABCDEFG"]);
    const refused = { ok: false, refusal: "too_many_groups" };
    expect(completeWithIncumbents({ rule, pool, incumbents: [0], solver })).toEqual(refused);
  });
});

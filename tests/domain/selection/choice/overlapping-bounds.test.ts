import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import {
  chooseWithinOverlappingBounds,
  type OverlappingOptions,
} from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { OverlappingChoice } from "#app/domain/selection/choice/overlapping-bounds-report.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { instances } from "#tests/support/instances.ts";
import {
  bestFallback,
  bestKeepingBounds,
  everySet,
  inGroup,
  keepsBounds,
  overlappingInstances,
  overlappingRule,
  poolOf,
  type OverlappingInstance,
} from "./overlapping-instances.ts";

const solver = await loadIntegerSolver();
const silent: IntegerSolver = () => ({ status: "undecided" });

function chosenFrom({ rule, pool }: OverlappingInstance, by: IntegerSolver = silent): OverlappingChoice {
  const answer = chooseWithinOverlappingBounds(rule, pool, { solver: by });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

describe("overlapping minima and maxima, counted one-to-all", () => {
  test("give the best set by merit that keeps them, else the announced fallback, as trying every set shows", () => {
    fc.assert(
      fc.property(overlappingInstances, (instance) => {
        const best = bestKeepingBounds(instance);
        const choice = chosenFrom(instance, solver);
        expect(choice.feasible).toBe(best !== undefined);
        expect([...choice.chosen]).toEqual(best ?? bestFallback(instance));
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("give the same when the solver claims impossible points, hides possible ones or finds no best", () => {
    const lies = fc.array(fc.oneof(fc.constant(null), fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 20 })));
    fc.assert(
      fc.property(overlappingInstances, lies, (instance, told) => {
        let asked = 0;
        const liar: IntegerSolver = () => {
          const lie = told[asked++ % Math.max(1, told.length)];
          return lie ? { status: "solved", values: lie } : { status: "infeasible" };
        };
        expect(chosenFrom(instance, liar)).toEqual(chosenFrom(instance));
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("are reported group by group, and every count can be counted again", () => {
    fc.assert(
      fc.property(overlappingInstances, (instance) => {
        const { rule, pool } = instance;
        const { chosen, seats, report, totalShortfall, feasible, conflict } = chosenFrom(instance);
        expect(seats).toEqual(Array.from(chosen, () => ({ kind: "open" })));
        expect(report.groups).toEqual(
          rule.bounds.map(({ group, min }) => {
            const filled = inGroup(pool, [...chosen], group);
            const available = inGroup(pool, [...pool.order], group);
            return { group, guaranteed: min, available, filled, short: Math.max(0, min - filled) };
          }),
        );
        expect(totalShortfall).toBe(report.groups.reduce((sum, { short }) => sum + short, 0));
        expect([report.seats, report.filled]).toEqual([rule.seats, chosen.length]);
        expect(feasible).toBe(conflict === null);
        const few = { kind: "too_few_people", seats: rule.seats, people: pool.order.length };
        expect(report.shortages).toEqual([
          ...(pool.order.length < rule.seats ? [few] : []),
          ...(conflict ? [{ kind: "conflict", minima: conflict.minima, maxima: conflict.maxima }] : []),
        ]);
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("that conflict are named: no set keeps those named, and some set keeps them without any one of them", () => {
    fc.assert(
      fc.property(overlappingInstances, (instance) => {
        const { rule, pool } = instance;
        const { conflict } = chosenFrom(instance);
        fc.pre(conflict !== null);
        const sets = everySet(pool);
        const size = Math.min(rule.seats, pool.order.length);
        const possible = (minima: readonly string[], maxima: readonly string[], anySize = false) =>
          sets.some(
            (set) =>
              (anySize || set.length === size) &&
              keepsBounds(
                pool,
                set,
                rule.bounds.map(({ group, min, max }) => ({
                  group,
                  min: minima.includes(group) ? min : 0,
                  max: maxima.includes(group) ? max : null,
                })),
              ),
          );
        const { minima, maxima, seats } = conflict!;
        expect(possible(minima, maxima)).toBe(false);
        for (const one of minima) expect(possible(minima.filter((group) => group !== one), maxima)).toBe(true); // prettier-ignore
        for (const one of maxima) expect(possible(minima, maxima.filter((group) => group !== one))).toBe(true); // prettier-ignore
        expect(possible(minima, maxima, true)).toBe(seats);
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("miss minima in the published order of groups where one is published", () => {
    const priorities = fc.shuffledSubarray(["A", "B", "C", "D"]);
    fc.assert(
      fc.property(overlappingInstances, priorities, (instance, names) => {
        const { rule, pool } = instance;
        const groupPriority = names.filter((name) => pool.groupNames.includes(name));
        const answer = chooseWithinOverlappingBounds(rule, pool, { solver: silent, groupPriority });
        expect(answer.ok && [...answer.value.chosen]).toEqual(bestFallback(instance, { groupPriority }));
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("keep one person in two groups from being counted for one only: a person of both meets two minima", () => {
    const pool = poolOf(["A", "B"], ["", "", "A", "B", "AB"]);
    expect([...chosenFrom({ pool, rule: overlappingRule(2, [["A", 1, null], ["B", 1, null]]) }).chosen]).toEqual([0, 4]); // prettier-ignore
  });

  test("ask the solver at most once a seat and once a type of person", () => {
    fc.assert(
      fc.property(overlappingInstances, (instance) => {
        let asked = 0;
        const counting: IntegerSolver = (program) => {
          asked += 1;
          return silent(program);
        };
        const { feasible, chosen } = chosenFrom(instance, counting);
        fc.pre(feasible);
        const types = new Set(Array.from(instance.pool.order, (person) => instance.pool.masks[person]));
        expect(asked).toBeLessThanOrEqual(Math.max(1, chosen.length + types.size));
      }),
      { numRuns: instances },
    );
  }, 120_000);

  test("are taken on six groups and refused on seven, not counting bounds that cannot matter", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    const pool = poolOf(names, ["ABC", "DEF", "G", "", "AG", "BF"]);
    const rule = (bounded: number, unlimited: number | null = null) =>
      overlappingRule(
        3,
        names.map((name, at) => (at < bounded ? [name, at % 2, 2] : [name, 0, unlimited])),
      );
    expect(chooseWithinOverlappingBounds(rule(7), pool, { solver })).toEqual({ ok: false, refusal: "too_many_groups" });
    const six = chosenFrom({ rule: rule(6), pool }, solver);
    expect([...six.chosen]).toEqual(bestKeepingBounds({ rule: rule(6), pool }));
    expect(chosenFrom({ rule: rule(6, 3), pool }, solver)).toEqual(six);
    expect(() => choose(rule(7), pool, { solver })).toThrow(RangeError);
    expect(choose(rule(6), pool, { solver })).toEqual(six);
    expect(() => choose(rule(6), pool)).toThrow(RangeError);
  });

  test("are refused where a question stays undecided", () => {
    const pool = poolOf(["A"], ["", "A", "A"]);
    const asked = (options: OverlappingOptions) =>
      chooseWithinOverlappingBounds(overlappingRule(2, [["A", 1, 1]]), pool, options);
    const refused = { ok: false, refusal: "undecided" };
    expect(asked({ solver: silent, nodeLimit: 0 })).toEqual(refused);
    // A witness is given, so the first question is answered; that nobody of A may come twice has to be proved.
    const witness: IntegerSolver = () => ({ status: "solved", values: [0, 2, 0] });
    const two = overlappingRule(2, [["A", 2, null]]);
    expect(chooseWithinOverlappingBounds(two, pool, { solver: witness, nodeLimit: 0 })).toEqual(refused);
    expect(choose(two, pool, { solver: witness }).chosen).toEqual(Uint32Array.of(1, 2));
    const failing: IntegerSolver = () => {
      throw new TypeError("not a matter of deciding");
    };
    expect(() => asked({ solver: failing })).toThrow("not a matter of deciding");
  });

  test("ask no more than the witness leaves open", () => {
    let asked = 0;
    const counting: IntegerSolver = (program) => {
      asked += 1;
      return solver(program);
    };
    const people = Array.from({ length: 40 }, (_, at) => ["", "A", "B", "AB"][at % 4]!);
    const pool = poolOf(["A", "B"], people);
    const free = overlappingRule(20, [["A", 2, 18], ["B", 2, 18]]); // prettier-ignore
    expect([...chosenFrom({ rule: free, pool }, counting).chosen]).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(asked).toBe(1);
    asked = 0;
    const answer = chooseWithinOverlappingBounds(free, pool, { solver: counting, incumbents: [36, 37, 38, 39] });
    expect(answer.ok && [...answer.value.chosen].slice(15)).toEqual([15, 36, 37, 38, 39]);
    expect(asked).toBe(1);
    // Nobody of A may come: one question finds it, and the ten of A cost one more between them.
    asked = 0;
    const closed = overlappingRule(20, [["A", 0, 0]]);
    expect(chosenFrom({ rule: closed, pool }, counting).feasible).toBe(true);
    expect(asked).toBe(2);
  });

  test("refuse a group that the pool does not know and an incumbent who is not eligible", () => {
    const pool = poolOf(["A"], ["A", ""]);
    const rule = overlappingRule(1, [["Z", 1, null]]);
    expect(() => chooseWithinOverlappingBounds(rule, pool, { solver })).toThrow(RangeError);
    const known = overlappingRule(1, [["A", 1, null]]);
    expect(() => chooseWithinOverlappingBounds(known, pool, { solver, incumbents: [2] })).toThrow("not in the order");
  });

  test("on several hundred people are decided within seconds", () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const people = Array.from({ length: 600 }, (_, at) => names.filter((_name, bit) => (at * 7919 + bit * 104_729) % (bit + 2) === 0).join("")); // prettier-ignore
    const pool = poolOf(names, people);
    const rule = overlappingRule(330, names.map((name, at) => [name, 60 - 9 * at, 170 - 25 * at] as const)); // prettier-ignore
    const started = performance.now();
    const choice = chosenFrom({ rule, pool }, solver);
    expect(choice.feasible).toBe(keepsBounds(pool, [...choice.chosen], rule.bounds) && choice.chosen.length === 330);
    expect(choice).toEqual(chosenFrom({ rule, pool }));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

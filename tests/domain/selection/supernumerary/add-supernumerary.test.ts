import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational, rationalOf, toFractionString } from "#app/domain/exact/rational.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { addSupernumerary } from "#app/domain/selection/supernumerary/add-supernumerary.ts";
import { goalOf, type SupernumeraryTarget } from "#app/domain/selection/supernumerary/target.ts";
import { instances } from "#tests/support/instances.ts";

type Person = readonly [score: string, groups: string];

/** People in merit order; the group names are F, M and R. */
function people(list: readonly Person[]): { readonly pool: Pool; readonly scores: ReturnType<typeof rationalOf>[] } {
  const groupNames = ["F", "M", "R"];
  const masks = Uint32Array.from(list, ([, groups]) =>
    groupNames.reduce((mask, name, bit) => mask + (groups.includes(name) ? 2 ** bit : 0), 0),
  );
  return {
    pool: { order: Uint32Array.from(list.keys()), groupNames, masks },
    scores: list.map(([score]) => rationalOf(score)),
  };
}

function target(
  group: string,
  share: string,
  { within = "3", rounding = "floor" }: { within?: string; rounding?: SupernumeraryTarget["rounding"] } = {},
): SupernumeraryTarget {
  return { group, share: rationalOf(share), rounding, within: rationalOf(within) };
}

/** Ten planned, seven men and three women would be enough for 30 percent; here two women pass and three wait. */
const exam = people([
  ...["95", "94", "93", "92", "91", "90", "89", "88"].map((score): Person => [score, "M"]),
  ["87.5", "F"],
  ["87", "FR"],
  ["86", "M"],
  ["85", "F"],
  ["84", "F"],
  ["83.999999", "FR"],
]);
const tenPass = { ...exam, passed: Array.from({ length: 10 }, (_, at) => at), planned: 10 };

describe("passes above the plan for a target group", () => {
  test("go to the best of the group who did not pass, as many as are missing and no more", () => {
    const result = addSupernumerary({ ...tenPass, targets: [target("F", "3/10")] });
    expect([...result.added]).toEqual([11]);
    expect(result.passLine && toFractionString(result.passLine)).toBe("87/1");
    expect(result.targets).toEqual([
      { group: "F", goal: 3, passed: 2, added: 1, short: 0, lowestScore: rational(84n) },
    ]);
  });

  test("go down to the last point of the margin and not below it, and what is still missing is said", () => {
    const result = addSupernumerary({ ...tenPass, targets: [target("F", "1/2")] });
    expect([...result.added]).toEqual([11, 12]);
    expect(result.targets[0]).toMatchObject({ goal: 5, passed: 2, added: 2, short: 1 });
    const wider = addSupernumerary({ ...tenPass, targets: [target("F", "1/2", { within: "3.000001" })] });
    expect([...wider.added]).toEqual([11, 12, 13]);
    const none = addSupernumerary({ ...tenPass, targets: [target("F", "1/2", { within: "0" })] });
    expect([...none.added]).toEqual([]);
  });

  test("are none where the group has its share already", () => {
    const result = addSupernumerary({ ...tenPass, targets: [target("M", "3/10"), target("F", "1/5")] });
    expect([...result.added]).toEqual([]);
    expect(result.targets.map(({ passed, added, short }) => [passed, added, short])).toEqual([
      [8, 0, 0],
      [2, 0, 0],
    ]);
  });

  test("are none where nobody passed, since there is no pass line", () => {
    const result = addSupernumerary({ ...tenPass, passed: [], targets: [target("F", "3/10")] });
    expect([...result.added]).toEqual([]);
    expect(result.passLine).toBeNull();
    expect(result.targets[0]).toMatchObject({ goal: 3, passed: 0, short: 3, lowestScore: null });
  });

  test("are measured from the lowest passing score, also where the order of merit is not that of the scores", () => {
    const given = people([["80", "M"], ["90", "M"], ["79", "F"], ["77", "F"], ["78", "F"]]); // prettier-ignore
    const result = addSupernumerary({ ...given, passed: [1, 0], planned: 2, targets: [target("F", "1", { within: "2" })] }); // prettier-ignore
    expect([...result.added]).toEqual([2, 4]);
    expect(result.targets[0]?.lowestScore).toEqual(rational(78n));
  });

  test("count for every target, and nobody stays added whom another target made superfluous", () => {
    const both = [target("F", "3/10"), target("R", "1/5")];
    const given = people([["90", "M"], ["89", "M"], ["88", "F"], ["87", "FR"], ["86", "R"]]); // prettier-ignore
    const passed = { ...given, passed: [0, 1], planned: 2 };
    const half = [target("F", "1/2"), target("R", "1/2")];
    expect([...addSupernumerary({ ...passed, targets: half }).added]).toEqual([3]);
    expect([...addSupernumerary({ ...passed, targets: half.toReversed() }).added]).toEqual([3]);
    expect([...addSupernumerary({ ...tenPass, targets: both }).added]).toEqual([11]);
  });

  test("go to nobody outside the margin of the target that needs them, though inside another's", () => {
    const given = people([["90", "M"], ["89", "F"], ["85", "FR"], ["84", "R"]]); // prettier-ignore
    const targets = [target("F", "1", { within: "3" }), target("R", "1/2", { within: "9" })];
    const result = addSupernumerary({ ...given, passed: [0, 1], planned: 2, targets });
    expect([...result.added]).toEqual([2]);
    const none = [target("F", "1", { within: "3" }), target("R", "0", { within: "9" })];
    expect([...addSupernumerary({ ...given, passed: [0, 1], planned: 2, targets: none }).added]).toEqual([]);
  });

  test("leave out whoever is not in the order", () => {
    const pool = { ...exam.pool, order: exam.pool.order.filter((person) => person !== 11) };
    expect([...addSupernumerary({ ...tenPass, pool, targets: [target("F", "3/10")] }).added]).toEqual([12]);
  });

  test("refuse a group that the pool does not know", () => {
    expect(() => addSupernumerary({ ...tenPass, targets: [target("Z", "3/10")] })).toThrow(RangeError);
  });

  test("meet each target or exhaust those in its margin, and every one of them is needed", () => {
    const person = fc.tuple(fc.integer({ min: 60, max: 70 }), fc.constantFrom("", "F", "M", "R", "FR", "MR"));
    const aim = fc.record({
      group: fc.constantFrom("F", "M", "R"),
      tenths: fc.nat(10),
      rounding: fc.constantFrom("floor" as const, "half_up" as const),
      within: fc.nat(8),
    });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 10 }),
        fc.nat(6),
        fc.array(aim, { maxLength: 3 }),
        (list, planned, aims) => {
          const sorted = list.toSorted(([a], [b]) => b - a).map(([score, groups]): Person => [String(score), groups]);
          const given = people(sorted);
          const regular = [...given.pool.order].slice(0, planned);
          const targets = aims.map(({ group, tenths, rounding, within }) =>
            target(group, `${tenths}/10`, { rounding, within: String(within) }),
          );
          const { added, targets: reports } = addSupernumerary({ ...given, passed: regular, planned, targets });
          expect(added.every((each) => !regular.includes(each))).toBe(true);
          const line = Math.min(...regular.map((each) => Number(sorted[each]![0])));
          const members = (set: readonly number[], group: string) =>
            set.filter((each) => sorted[each]![1].includes(group));
          const passing = [...regular, ...added];
          for (const [at, { group, goal, short, passed, added: more }] of reports.entries()) {
            const exact = (aims[at]!.tenths * planned) / 10;
            expect(goal).toBe(aims[at]!.rounding === "floor" ? Math.floor(exact) : Math.round(exact));
            expect([passed, more]).toEqual([members(regular, group).length, members([...added], group).length]);
            expect(short).toBe(Math.max(0, goal - members(passing, group).length));
            const waiting = members([...given.pool.order], group).filter((each) => !passing.includes(each));
            const inMargin = waiting.filter((each) => Number(sorted[each]![0]) >= line - aims[at]!.within);
            if (short > 0 && regular.length > 0) expect(inMargin).toEqual([]);
          }
          for (const each of added) {
            const needed = reports.some(
              ({ group, goal }) => sorted[each]![1].includes(group) && members(passing, group).length <= goal,
            );
            expect(needed).toBe(true);
          }
        },
      ),
      { numRuns: instances },
    );
  });
});

describe("a target", () => {
  test("is a share of the planned number, cut off or rounded by half", () => {
    expect(goalOf(target("F", "3/10"), 15)).toBe(4);
    expect(goalOf(target("F", "3/10", { rounding: "half_up" }), 15)).toBe(5);
    expect(goalOf(target("F", "3/10", { rounding: "half_up" }), 14)).toBe(4);
    expect([goalOf(target("F", "0"), 15), goalOf(target("F", "1"), 15), goalOf(target("F", "1"), 0)]).toEqual([
      0, 15, 0,
    ]);
  });

  test("is refused with a share outside 0 to 1 and with a margin below 0", () => {
    expect(() => goalOf(target("F", "-0.01"), 10)).toThrow('the share of "F"');
    expect(() => goalOf(target("F", "1.01"), 10)).toThrow('the share of "F"');
    expect(() => goalOf(target("F", "0.3", { within: "-0.1" }), 10)).toThrow('the points of "F"');
    expect(goalOf(target("F", "0.3", { within: "0" }), 10)).toBe(3);
  });
});

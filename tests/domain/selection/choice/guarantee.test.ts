import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseGuarantee } from "#app/domain/selection/choice/guarantee.ts";
import { instances } from "#tests/support/instances.ts";
import { guaranteeInstances } from "./arbitrary-choice.ts";
import { belongs, bestWithGuarantees, membersOf, mostSeatsFilled, subsets } from "./enumerate.ts";
import { poolByMerit } from "./pool-by-merit.ts";

describe("guaranteed seats, counted one-to-one", () => {
  test("are filled as far as they can be, and then by merit, as trying every set shows", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        expect([...chooseGuarantee(rule, pool).chosen]).toEqual(bestWithGuarantees(pool, rule));
      }),
      { numRuns: instances },
    );
  });

  test("give a set that is better place by place than any other that fills as many of them", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const places = (set: Iterable<number>) => Array.from(set, (person) => pool.order.indexOf(person));
        const chosen = places(chooseGuarantee(rule, pool).chosen);
        const most = mostSeatsFilled(pool, [...chooseGuarantee(rule, pool).chosen], rule.guaranteed);
        const others = subsets([...pool.order], chosen.length).filter(
          (set) => mostSeatsFilled(pool, set, rule.guaranteed) === most,
        );
        expect(others.every((set) => places(set).every((place, index) => chosen[index]! <= place))).toBe(true);
      }),
      { numRuns: instances },
    );
  });

  test("come with a certificate: each on a guaranteed seat is in its group, and no group has too many", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const { chosen, seats, report } = chooseGuarantee(rule, pool);
        expect(seats).toHaveLength(chosen.length);
        for (const { group, guaranteed, available, filled, short } of report.groups) {
          const sitting = [...chosen].filter((_, index) => {
            const seat = seats[index]!;
            return seat.kind === "guaranteed" && seat.group === group;
          });
          expect(sitting.every((person) => belongs(pool, person, group))).toBe(true);
          expect([sitting.length, guaranteed - filled]).toEqual([filled, short]);
          expect(short).toBeGreaterThanOrEqual(0);
          expect(available).toBe(membersOf(pool, [...pool.order], group).length);
        }
        const filled = report.groups.reduce((sum, group) => sum + group.filled, 0);
        expect(filled).toBe(mostSeatsFilled(pool, [...chosen], rule.guaranteed));
        expect(seats.filter(({ kind }) => kind === "guaranteed")).toHaveLength(filled);
      }),
      { numRuns: instances },
    );
  });

  test("that stay empty are explained: groups with fewer people than seats, counted among everybody", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const { groups, shortages } = chooseGuarantee(rule, pool).report;
        const filled = groups.reduce((sum, group) => sum + group.filled, 0);
        const isShort = groups.some(({ short }) => short > 0);
        const halls = shortages.filter(({ kind }) => kind === "hall");
        expect(halls).toHaveLength(isShort && filled < rule.seats ? 1 : 0);
        for (const hall of shortages) {
          if (hall.kind !== "hall") continue;
          const people = [...pool.order].filter((person) => hall.groups.some((group) => belongs(pool, person, group)));
          const seats = rule.guaranteed
            .filter(({ group }) => hall.groups.includes(group))
            .reduce((sum, each) => sum + each.seats, 0);
          expect([hall.people, hall.seats]).toEqual([people.length, seats]);
          expect(people.length).toBeLessThan(seats);
          expect(hall.groups).toEqual(
            expect.arrayContaining(groups.filter((each) => each.short > 0).map((g) => g.group)),
          );
        }
      }),
      { numRuns: instances },
    );
  });

  test("beyond the number of seats are named, none of them superfluous", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const sumOf = (names: readonly string[]) =>
          rule.guaranteed.reduce((sum, { group, seats }) => (names.includes(group) ? sum + seats : sum), 0);
        for (const shortage of chooseGuarantee(rule, pool).report.shortages) {
          if (shortage.kind !== "conflict") continue;
          expect(sumOf(shortage.minima)).toBeGreaterThan(rule.seats);
          for (const name of shortage.minima) {
            expect(sumOf(shortage.minima.filter((other) => other !== name))).toBeLessThanOrEqual(rule.seats);
          }
        }
      }),
      { numRuns: instances },
    );
  });

  test("move people already seated on, so that a later person finds a seat", () => {
    // The two best would sit on A; the third can only sit there, so one of them must move on to B, and the fourth is
    // not reached.
    const pool = poolByMerit(["A", "B"], ["", "A B", "A", "B"]);
    const guaranteed = [
      { group: "A", seats: 1 },
      { group: "B", seats: 1 },
    ];
    const choice = chooseGuarantee({ kind: "guarantee", seats: 2, guaranteed }, pool);
    expect([...choice.chosen]).toEqual([1, 2]);
    expect(choice.seats).toEqual([
      { kind: "guaranteed", group: "B" },
      { kind: "guaranteed", group: "A" },
    ]);
  });

  test("are reported with what was asked, there, filled and short, and why", () => {
    const pool = poolByMerit(["A", "B", "C"], ["C", "A B", "", "C"]);
    const guaranteed = [
      { group: "A", seats: 1 },
      { group: "B", seats: 1 },
      { group: "C", seats: 1 },
    ];
    expect(chooseGuarantee({ kind: "guarantee", seats: 5, guaranteed }, pool).report).toEqual({
      seats: 5,
      filled: 4,
      groups: [
        { group: "A", guaranteed: 1, available: 1, filled: 1, short: 0 },
        { group: "B", guaranteed: 1, available: 1, filled: 0, short: 1 },
        { group: "C", guaranteed: 1, available: 2, filled: 1, short: 0 },
      ],
      shortages: [
        { kind: "too_few_people", seats: 5, people: 4 },
        { kind: "hall", groups: ["A", "B"], people: 1, seats: 2 },
      ],
    });
  });

  test("name more seats than there are: the guarantees that cannot hold together", () => {
    const pool = poolByMerit(["A", "B", "C"], ["A", "B", "C"]);
    const guaranteed = [
      { group: "A", seats: 1 },
      { group: "B", seats: 2 },
      { group: "C", seats: 2 },
    ];
    const { chosen, report } = chooseGuarantee({ kind: "guarantee", seats: 2, guaranteed }, pool);
    expect([...chosen]).toEqual([0, 1]);
    expect(report.shortages).toEqual([{ kind: "conflict", minima: ["B", "C"], maxima: [] }]);
  });

  test("refuse a group that the pool does not know", () => {
    const rule = { kind: "guarantee", seats: 1, guaranteed: [{ group: "X", seats: 1 }] } as const;
    expect(() => chooseGuarantee(rule, poolByMerit(["A"], ["A"]))).toThrow(
      new RangeError('the rule names the group "X", which the pool does not know'),
    );
  });

  test("work with the 31st group, whose bit is the last of a mask", () => {
    const names = Array.from({ length: 31 }, (_, index) => `group ${index}`);
    const pool = { groupNames: names, order: Uint32Array.of(0, 1, 2), masks: Uint32Array.of(1, 2 ** 30, 2 ** 30 + 1) };
    const rule = { kind: "guarantee", seats: 1, guaranteed: [{ group: "group 30", seats: 1 }] } as const;
    const { chosen, report } = chooseGuarantee(rule, pool);
    expect([...chosen]).toEqual([1]);
    expect(report.groups[0]?.available).toBe(2);
  });
});

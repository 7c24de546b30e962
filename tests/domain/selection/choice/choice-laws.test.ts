import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { MonotoneRule } from "#app/domain/selection/choice/lowest-place.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { instances } from "#tests/support/instances.ts";
import { anyInstance, guaranteeInstances, type Instance } from "./arbitrary-choice.ts";
import { membersOf } from "./enumerate.ts";

const some = fc.array(fc.nat(8), { maxLength: 4 });

function among(pool: Pool, keep: (person: number) => boolean): Pool {
  return { ...pool, order: pool.order.filter(keep) };
}

function chosenFrom({ rule, pool }: Instance): readonly number[] {
  return [...choose(rule, pool).chosen];
}

function holds(law: (instance: Instance, people: readonly number[]) => void): void {
  fc.assert(fc.property(anyInstance, some, law), { numRuns: instances });
}

/** Rules whose seats nobody is barred from. */
function isOpenToAll(rule: MonotoneRule): boolean {
  if (rule.kind === "set_aside") return rule.unfilled === "dereserve";
  if (rule.kind === "seat_blocks") return rule.unfilled === "open";
  return rule.kind !== "nested_bounds";
}

describe("every rule, from the cut-off to the blocks,", () => {
  test("fills as many seats as there are seats and people, unless it bars people from seats", () => {
    holds(({ rule, pool }) => {
      const { chosen, seats, report } = choose(rule, pool);
      const most = Math.min(report.seats, pool.order.length);
      expect(chosen.length).toBeLessThanOrEqual(most);
      if (isOpenToAll(rule)) expect(chosen.length).toBe(most);
      expect([report.filled, seats.length]).toEqual([chosen.length, chosen.length]);
    });
  });

  test("names the chosen best first, each once, and none who is not in the order", () => {
    holds(({ rule, pool }) => {
      const chosen = chosenFrom({ rule, pool });
      expect(chosen).toEqual([...pool.order].filter((person) => chosen.includes(person)));
    });
  });

  test("leaves nobody out who outranks somebody chosen of the same groups", () => {
    holds(({ rule, pool }) => {
      const chosen = new Set(chosenFrom({ rule, pool }));
      for (const [place, person] of pool.order.entries()) {
        if (chosen.has(person)) continue;
        const below = [...pool.order.subarray(place)].filter((other) => pool.masks[other] === pool.masks[person]);
        expect(below.some((other) => chosen.has(other))).toBe(false);
      }
    });
  });

  test("does not look at how people or groups are numbered", () => {
    holds(({ rule, pool }) => {
      const last = pool.masks.length - 1;
      const bits = pool.groupNames.map((_, bit) => pool.groupNames.length - 1 - bit);
      const renumbered: Pool = {
        order: pool.order.map((person) => last - person),
        groupNames: pool.groupNames.toReversed(),
        masks: pool.masks
          .toReversed()
          .map((mask) => bits.reduce((turned, to, bit) => turned | (((mask >> bit) & 1) << to), 0)),
      };
      expect(chosenFrom({ rule, pool: renumbered }).map((person) => last - person)).toEqual(chosenFrom({ rule, pool }));
    });
  });

  test("answers the same when somebody who was not chosen leaves", () => {
    holds(({ rule, pool }, people) => {
      const chosen = chosenFrom({ rule, pool });
      const left = among(pool, (person) => chosen.includes(person) || !people.includes(person));
      expect(chosenFrom({ rule, pool: left })).toEqual(chosen);
    });
  });

  test("keeps everybody chosen who stays when others leave, and adds at most one for each chosen who left", () => {
    holds(({ rule, pool }, gone) => {
      const before = chosenFrom({ rule, pool });
      const after = chosenFrom({ rule, pool: among(pool, (person) => !gone.includes(person)) });
      const staying = before.filter((person) => !gone.includes(person));
      expect(after).toEqual(expect.arrayContaining(staying));
      expect(after.length).toBeLessThanOrEqual(before.length);
    });
  });

  test("is path independent: choosing among the chosen of a part and the rest gives the choice from all", () => {
    holds(({ rule, pool }, rest) => {
      const part = chosenFrom({ rule, pool: among(pool, (person) => !rest.includes(person)) });
      const union = among(pool, (person) => part.includes(person) || rest.includes(person));
      expect(chosenFrom({ rule, pool: union })).toEqual(chosenFrom({ rule, pool }));
    });
  });

  test("refills one after the other to the same people as at once, in whatever order they decline", () => {
    holds(({ rule, pool }, gone) => {
      const remaining = (without: readonly number[]) => among(pool, (person) => !without.includes(person));
      const refilled = (declines: readonly number[]) =>
        declines.reduce((held, declined, index) => {
          const keeping = held.filter((person) => person !== declined);
          const offered = chosenFrom({ rule, pool: remaining(declines.slice(0, index + 1)) });
          return [...new Set([...keeping, ...offered])];
        }, chosenFrom({ rule, pool }));
      const atOnce = new Set(chosenFrom({ rule, pool: remaining(gone) }));
      expect(new Set(refilled(gone))).toEqual(atOnce);
      expect(new Set(refilled(gone.toReversed()))).toEqual(atOnce);
    });
  });

  test("never takes a seat away from somebody whose place improves", () => {
    holds(({ rule, pool }, [by = 1]) => {
      const order = [...pool.order];
      for (const person of chosenFrom({ rule, pool })) {
        const place = order.indexOf(person);
        const risen = order.toSpliced(place, 1).toSpliced(Math.max(0, place - by), 0, person);
        expect(chosenFrom({ rule, pool: { ...pool, order: Uint32Array.from(risen) } })).toContain(person);
      }
    });
  });
});

describe("one guaranteed seat more", () => {
  test("never lowers the number chosen of the only guaranteed group", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const countWith = (seats: number) => {
          const single: MonotoneRule = { ...rule, guaranteed: [{ group: "A", seats }] };
          return membersOf(pool, chosenFrom({ rule: single, pool }), "A").length;
        };
        for (let seats = 0; seats < rule.seats; seats++) {
          expect(countWith(seats + 1)).toBeGreaterThanOrEqual(countWith(seats));
        }
      }),
      { numRuns: instances },
    );
  });
});

describe("a cut-off", () => {
  const pool: Pool = { groupNames: [], order: Uint32Array.of(1, 0), masks: Uint32Array.of(0, 0) };

  test("gives open seats, and says when there are fewer people than seats", () => {
    const tooFew = { kind: "too_few_people", seats: 3, people: 2 };
    expect(choose({ kind: "cut_off", seats: 3 }, pool)).toEqual({
      chosen: Uint32Array.of(1, 0),
      seats: [{ kind: "open" }, { kind: "open" }],
      report: { seats: 3, filled: 2, groups: [], shortages: [tooFew] },
    });
    expect(choose({ kind: "cut_off", seats: 2 }, pool).report.shortages).toEqual([]);
    expect(choose({ kind: "cut_off", seats: 1 }, pool).report).toEqual({
      seats: 1,
      filled: 1,
      groups: [],
      shortages: [],
    });
  });
});

describe("overlapping bounds", () => {
  const solver = () => ({ status: "undecided" }) as const;

  test("are left to the exact search where a solver cannot tell", () => {
    const people: Pool = { groupNames: ["A", "B"], order: Uint32Array.of(0, 1, 2), masks: Uint32Array.of(1, 3, 2) };
    const bounds = [
      { group: "A", min: 1, max: 1 },
      { group: "B", min: 1, max: 1 },
    ];
    const { chosen } = choose({ kind: "overlapping_bounds", seats: 2, bounds }, people, { solver });
    expect([...chosen]).toEqual([0, 2]);
  });

  test("of seven groups are refused", () => {
    const groupNames = ["A", "B", "C", "D", "E", "F", "G"];
    const people: Pool = { groupNames, order: Uint32Array.of(0), masks: Uint32Array.of(0) };
    const bounds = groupNames.map((group) => ({ group, min: 1, max: 1 }));
    expect(() => choose({ kind: "overlapping_bounds", seats: 1, bounds }, people, { solver })).toThrow(
      new RangeError("overlapping_bounds: too_many_groups"),
    );
  });

  test("are refused without a solver", () => {
    const pool: Pool = { groupNames: [], order: Uint32Array.of(), masks: Uint32Array.of() };
    expect(() => choose({ kind: "overlapping_bounds", seats: 1, bounds: [] }, pool)).toThrow(
      new RangeError("overlapping_bounds needs a solver"),
    );
  });
});

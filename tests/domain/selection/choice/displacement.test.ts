import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { displacement } from "#app/domain/selection/choice/displacement.ts";
import { lowestPlaceChosen } from "#app/domain/selection/choice/lowest-place.ts";
import { instances } from "#tests/support/instances.ts";
import { anyInstance } from "./arbitrary-choice.ts";
import { poolByMerit } from "./pool-by-merit.ts";

describe("what a rule changed against merit alone", () => {
  test("is as many who entered as left, and undoing it gives the first of the order", () => {
    fc.assert(
      fc.property(anyInstance, ({ rule, pool }) => {
        const { chosen } = choose(rule, pool);
        const { enter, leave } = displacement({ chosen }, pool);
        expect(enter).toHaveLength(leave.length);
        const undone = [...[...chosen].filter((person) => !enter.includes(person)), ...leave];
        const best = [...pool.order].slice(0, chosen.length);
        expect(new Set(undone)).toEqual(new Set(best));
        expect([...enter].every((person) => chosen.includes(person) && !best.includes(person))).toBe(true);
      }),
      { numRuns: instances },
    );
  });

  test("lists both best first", () => {
    const pool = poolByMerit(["A"], ["", "", "", "A", "A"]);
    const rule = { kind: "guarantee", seats: 3, guaranteed: [{ group: "A", seats: 2 }] } as const;
    const { enter, leave } = displacement(choose(rule, pool), pool);
    expect([[...enter], [...leave]]).toEqual([
      [3, 4],
      [1, 2],
    ]);
  });
});

describe("the lowest place that is chosen", () => {
  test("is the last at which the person is chosen when every place is tried", () => {
    fc.assert(
      fc.property(anyInstance, fc.nat(8), ({ rule, pool }, person) => {
        fc.pre(person < pool.masks.length);
        const others = [...pool.order].filter((other) => other !== person);
        const places = [...others, person].keys();
        const chosenAt = [...places].filter((place) => {
          const order = Uint32Array.from(others.toSpliced(place, 0, person));
          return choose(rule, { ...pool, order }).chosen.includes(person);
        });
        const last = chosenAt.at(-1);
        expect(lowestPlaceChosen(person, { rule, pool })).toBe(last === undefined ? null : last + 1);
      }),
      { numRuns: instances },
    );
  });

  test("is the last seat where nothing but merit counts, and lower for a group with a seat to fill", () => {
    const pool = poolByMerit(["A"], ["", "", "", "A"]);
    expect(lowestPlaceChosen(2, { rule: { kind: "cut_off", seats: 2 }, pool })).toBe(2);
    const rule = { kind: "guarantee", seats: 2, guaranteed: [{ group: "A", seats: 1 }] } as const;
    expect(lowestPlaceChosen(2, { rule, pool })).toBe(1);
    expect(lowestPlaceChosen(3, { rule, pool })).toBe(4);
    expect(lowestPlaceChosen(3, { rule: { kind: "cut_off", seats: 0 }, pool })).toBeNull();
  });
});

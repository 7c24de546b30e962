import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseGuarantee } from "#app/domain/selection/choice/guarantee.ts";
import { nextBySeat, nextInLine } from "#app/domain/selection/choice/next-in-line.ts";
import { instances } from "#tests/support/instances.ts";
import { guaranteeInstances } from "./arbitrary-choice.ts";
import { poolByMerit } from "./pool-by-merit.ts";

describe("the next in line", () => {
  test("for the seat of anybody is whom the rule chooses newly from all the others", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const before = chooseGuarantee(rule, pool).chosen;
        for (const gone of pool.order) {
          const others = { ...pool, order: pool.order.filter((person) => person !== gone) };
          const [added = null] = chooseGuarantee(rule, others).chosen.filter((person) => !before.includes(person));
          expect(nextInLine(gone, { rule, pool })).toBe(added);
        }
      }),
      { numRuns: instances },
    );
  });

  test("is listed once for each kind of seat that somebody has", () => {
    fc.assert(
      fc.property(guaranteeInstances, ({ rule, pool }) => {
        const { chosen, seats } = chooseGuarantee(rule, pool);
        const kinds = new Set(seats.map((seat) => JSON.stringify(seat)));
        const listed = nextBySeat(rule, pool);
        expect(new Set(listed.map(({ seat }) => JSON.stringify(seat)))).toEqual(kinds);
        expect(listed).toHaveLength(kinds.size);
        chosen.forEach((person, index) => {
          const row = listed.find(({ seat }) => JSON.stringify(seat) === JSON.stringify(seats[index]));
          expect(row?.next).toBe(nextInLine(person, { rule, pool }));
        });
      }),
      { numRuns: instances },
    );
  });

  test("for a guaranteed seat is the best who can fill it, unless somebody on an open seat can", () => {
    const rule = { kind: "guarantee", seats: 2, guaranteed: [{ group: "A", seats: 1 }] } as const;
    expect(nextBySeat(rule, poolByMerit(["A"], ["", "A", "", "A"]))).toEqual([
      { seat: { kind: "open" }, next: 2 },
      { seat: { kind: "guaranteed", group: "A" }, next: 3 },
    ]);
    expect(nextBySeat(rule, poolByMerit(["A"], ["A", "A", "", "A"]))).toEqual([
      { seat: { kind: "guaranteed", group: "A" }, next: 2 },
      { seat: { kind: "open" }, next: 2 },
    ]);
  });

  test("can fill the very seat that is free, not one of another group", () => {
    const rule = {
      kind: "guarantee",
      seats: 2,
      guaranteed: [
        { group: "A", seats: 1 },
        { group: "B", seats: 1 },
      ],
    } as const;
    expect(nextBySeat(rule, poolByMerit(["A", "B"], ["A", "", "B", "", "A", "B"]))).toEqual([
      { seat: { kind: "guaranteed", group: "A" }, next: 4 },
      { seat: { kind: "guaranteed", group: "B" }, next: 5 },
    ]);
  });

  test("is anybody where no member is left, and nobody where nobody waits", () => {
    const rule = { kind: "guarantee", seats: 1, guaranteed: [{ group: "A", seats: 1 }] } as const;
    expect(nextInLine(1, { rule, pool: poolByMerit(["A"], ["", "A"]) })).toBe(0);
    expect(nextInLine(0, { rule, pool: poolByMerit(["A"], ["A"]) })).toBeNull();
  });

  test("does not exist for the seat of somebody who was not chosen", () => {
    const rule = { kind: "guarantee", seats: 1, guaranteed: [] } as const;
    expect(nextInLine(1, { rule, pool: poolByMerit([], ["", "", ""]) })).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRanks } from "#app/domain/selection/matching/track-seats.ts";
import { keepHolders } from "#app/domain/selection/refill/keep-holders.ts";
import { anyRule, poolOf } from "#tests/domain/selection/matching/generated.ts";
import { instances } from "#tests/support/instances.ts";

const nested = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 8, 16, 48, 64), { minLength: 1, maxLength: 7 });

/** Ranks are person numbers here. */
function given(masks: readonly number[], holders: readonly number[]) {
  const pool = poolOf([...masks.keys()], masks);
  return (rule: Parameters<typeof chooseRanks>[0], waiting: readonly number[]) => [
    ...keepHolders(chooseRanks(rule, pool), Uint32Array.from(holders))(Uint32Array.from(waiting)),
  ];
}

describe("whom a track takes while its holders stay", () => {
  it("nobody when its holders fill the seats, however good the others are", () => {
    expect(given([0, 0, 0, 0], [2, 3])({ kind: "cut_off", seats: 2 }, [0, 1])).toEqual([]);
    expect(given([0, 0, 0, 0], [1, 2, 3])({ kind: "cut_off", seats: 2 }, [0])).toEqual([]);
  });

  it("the best of those who wait for the seats that are free", () => {
    expect(given([0, 0, 0, 0], [3])({ kind: "cut_off", seats: 3 }, [0, 1, 2])).toEqual([0, 1]);
    expect(given([0, 0, 0, 0], [])({ kind: "cut_off", seats: 3 }, [0, 2])).toEqual([0, 2]);
  });

  it("passes over those who would displace a holder of the same group, and goes on", () => {
    const bounds = [{ group: "P", min: 0, max: 1 }];
    const rule = { kind: "nested_bounds", seats: 2, bounds } as const;
    expect(given([16, 0, 0, 16], [3])(rule, [0, 1, 2])).toEqual([1]);
  });

  it("asks for a member when the group's guaranteed seat is free", () => {
    const rule = { kind: "guarantee", seats: 2, guaranteed: [{ group: "X", seats: 1 }] } as const;
    expect(given([0, 0, 0, 1], [2])(rule, [0, 1, 3])).toEqual([3]);
  });

  it("gives up a guaranteed seat that only the place of a holder could fill", () => {
    const rule = { kind: "guarantee", seats: 2, guaranteed: [{ group: "X", seats: 2 }] } as const;
    expect(given([0, 1, 1, 0], [3])(rule, [0, 1, 2])).toEqual([1]);
  });

  it("reads everybody by merit while that keeps all holders: a set-aside seat is not filled by a holder twice", () => {
    const rule = {
      kind: "set_aside",
      open: { seats: 1, guaranteed: [] },
      categories: [{ group: "V", seats: 1, guaranteed: [] }],
      unfilled: "vacant",
    } as const;
    // The holder has the seat of V; the open seat, now free, is the better person's, not the next member's.
    expect(given([0, 4, 4], [1])(rule, [0, 2])).toEqual([0]);
  });

  it("nobody when the rule could not keep the holders even by themselves", () => {
    const bounds = [{ group: "P", min: 0, max: 1 }];
    const rule = { kind: "nested_bounds", seats: 4, bounds } as const;
    expect(given([16, 16, 0, 0], [0, 1])(rule, [2, 3])).toEqual([]);
  });

  it("gives up the last of those it took, not the first, for the sake of a holder", () => {
    const rule = { kind: "guarantee", seats: 3, guaranteed: [{ group: "X", seats: 3 }] } as const;
    expect(given([1, 1, 1, 0], [3])(rule, [0, 1, 2])).toEqual([0, 1]);
  });

  it("never takes a holder again, never goes beyond the seats, and is the rule itself where that keeps all holders", () => {
    fc.assert(
      fc.property(anyRule, nested, fc.infiniteStream(fc.boolean()), (rule, masks, numbers) => {
        const everybody = [...masks.keys()];
        const holders = everybody.filter(() => numbers.next().value);
        const waiting = everybody.filter((person) => !holders.includes(person));
        const taken = given(masks, holders)(rule, waiting);
        const choose = chooseRanks(rule, poolOf(everybody, masks));
        const all = [...choose(Uint32Array.from(everybody))];
        const together = [...holders, ...taken];
        expect(taken.filter((person) => !waiting.includes(person))).toEqual([]);
        const holdersStay = holders.every((person) => all.includes(person));
        if (taken.length > 0 && !holdersStay) {
          // With the holders standing first, the rule gives all of them a seat at once.
          expect([...choose(Uint32Array.from(together))]).toEqual(together.toSorted());
        }
        if (holdersStay) {
          expect(taken).toEqual(all.filter((person) => waiting.includes(person)));
        }
      }),
      { numRuns: instances },
    );
  });
});

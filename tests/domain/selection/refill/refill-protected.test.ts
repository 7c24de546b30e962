import { describe, expect, it } from "vitest";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { refillInBatches } from "#app/domain/selection/refill/refill-in-batches.ts";
import { protectIncumbents, refillProtected } from "#app/domain/selection/refill/refill-protected.ts";
import { groupNames, poolOf } from "#tests/domain/selection/matching/generated.ts";

/** The exact search decides alone when a solver knows nothing. */
const solver: IntegerSolver = () => ({ status: "undecided" });

/** One X and one Y at two seats. By merit: 0 of X, 1 of Y, 2 of both, 3 of none. */
const rule = {
  kind: "overlapping_bounds",
  seats: 2,
  bounds: [
    { group: "X", min: 1, max: 1 },
    { group: "Y", min: 1, max: 1 },
  ],
} as const;
const pool = poolOf([0, 1, 2, 3], [1, 2, 3, 0]);

describe("refilling under overlapping bounds", () => {
  it("keeps the holders although a clean rerun would not, and says that it differs", () => {
    expect(groupNames.slice(0, 2)).toEqual(["X", "Y"]);
    const completion = refillProtected({ rule, pool, holders: [0, 1], leavers: new Set([1]), solver });
    if (!completion.ok) throw new Error(completion.refusal);
    expect([...completion.value.choice.chosen]).toEqual([0, 3]);
    expect([...completion.value.added]).toEqual([3]);
    expect(completion.value.choice.totalShortfall).toBe(1);
    expect([...completion.value.cleanRerun.chosen]).toEqual([2, 3]);
    expect(completion.value.differsFromCleanRerun).toBe(true);
  });

  it("a holder whom a correction took out of the pool stays", () => {
    const without0 = poolOf([1, 2, 3], [1, 2, 3, 0]);
    const completion = refillProtected({ rule, pool: without0, holders: [0], leavers: new Set(), solver });
    expect(completion.ok && [...completion.value.choice.chosen]).toEqual([1, 0]);
  });

  it("is a policy of published batches", () => {
    const outcomes = refillInBatches({
      refs: ["A", "B", "C", "D"],
      first: { at: 0, replyBy: 9, holdings: Int32Array.of(0, 0, -1, -1) },
      seats: [2],
      batches: [{ at: 1, replyBy: 9 }],
      events: [{ ref: "B", kind: "decline", at: 1, actor: "B" }],
      replacementEnds: null,
      giveSeats: protectIncumbents({ rule, pool, solver }),
    });
    expect(outcomes.ok && [...outcomes.value[0]!.holdings]).toEqual([0, -1, -1, 0]);
  });

  it("refuses more groups than can be searched", () => {
    const many = { ...rule, bounds: groupNames.map((group) => ({ group, min: 1, max: null })) };
    const giveSeats = protectIncumbents({ rule: many, pool, solver });
    const state = { at: 0, holdings: Int32Array.of(0, -1, -1, -1), leavers: new Set<number>() };
    expect(giveSeats(state)).toEqual({ ok: false, refusal: "too_many_groups" });
  });
});

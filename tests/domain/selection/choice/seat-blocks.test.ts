import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SeatBlocksRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { chooseBySeatBlocks } from "#app/domain/selection/choice/seat-blocks.ts";
import { instances } from "#tests/support/instances.ts";
import { blockInstances } from "./arbitrary-choice.ts";
import { belongs } from "./enumerate.ts";
import { poolByMerit } from "./pool-by-merit.ts";

/** B4 one seat at a time: who sits where, in the order in which the seats are given. */
function seatBySeat(rule: SeatBlocksRule, pool: Pool): ReadonlyMap<number, string> {
  const given = new Map<number, string>();
  const takeBest = (where: string, fits: (person: number) => boolean): boolean => {
    const best = pool.order.find((person) => !given.has(person) && fits(person));
    if (best !== undefined) given.set(best, where);
    return best !== undefined;
  };
  let empty = 0;
  for (const { id, seats, group, prefer } of rule.blocks) {
    const eligible = (person: number) => group === null || belongs(pool, person, group);
    for (let seat = 0; seat < seats; seat++) {
      const taken =
        (prefer !== undefined && takeBest(id, (person) => eligible(person) && belongs(pool, person, prefer))) ||
        takeBest(id, eligible);
      if (!taken) empty++;
    }
  }
  if (rule.unfilled === "open") for (; empty > 0; empty--) takeBest("open", () => true);
  return given;
}

describe("blocks of seats in a public order", () => {
  test("each take the best who remain, one seat after the other", () => {
    fc.assert(
      fc.property(blockInstances, ({ rule, pool }) => {
        const { chosen, seats } = chooseBySeatBlocks(rule, pool);
        const given = seatBySeat(rule, pool);
        expect([...chosen]).toEqual([...pool.order].filter((person) => given.has(person)));
        expect(seats.map((seat) => (seat.kind === "block" ? seat.block : seat.kind))).toEqual(
          [...chosen].map((person) => given.get(person)),
        );
      }),
      { numRuns: instances },
    );
  });

  test("are reported with who was left for them when they chose", () => {
    const pool = poolByMerit(["A", "B"], ["A B", "A", "B", ""]);
    const rule: SeatBlocksRule = {
      kind: "seat_blocks",
      blocks: [
        { id: "first", seats: 1, group: "A" },
        { id: "free", seats: 1, group: null },
        { id: "second", seats: 3, group: "B", prefer: "A" },
      ],
      unfilled: "vacant",
    };
    const report = {
      seats: 5,
      filled: 3,
      groups: [
        { group: "A", guaranteed: 1, available: 2, filled: 1, short: 0, within: "first" },
        { group: "B", guaranteed: 3, available: 1, filled: 1, short: 2, within: "second" },
      ],
      shortages: [{ kind: "too_few_people", seats: 5, people: 4 }],
    };
    expect(chooseBySeatBlocks(rule, pool).report).toEqual(report);
    const open = chooseBySeatBlocks({ ...rule, unfilled: "open" }, pool);
    expect(open.report).toEqual({ ...report, filled: 4 });
    expect(open.seats.at(-1)).toEqual({ kind: "open" });
  });

  test("take those they prefer first, and others only for what is left", () => {
    const pool = poolByMerit(["A", "B"], ["A", "A", "A B", "B", "A B"]);
    const blocks = [{ id: "one", seats: 3, group: "A", prefer: "B" }];
    const { chosen, report } = chooseBySeatBlocks({ kind: "seat_blocks", blocks, unfilled: "vacant" }, pool);
    expect([...chosen]).toEqual([0, 2, 4]);
    expect(report.shortages).toEqual([]);
  });

  test("report no shortage where everybody has a seat", () => {
    const blocks = [{ id: "one", seats: 2, group: null }];
    const { report } = chooseBySeatBlocks(
      { kind: "seat_blocks", blocks, unfilled: "vacant" },
      poolByMerit([], ["", ""]),
    );
    expect(report).toEqual({ seats: 2, filled: 2, groups: [], shortages: [] });
  });

  test("refuse a group that the pool does not know", () => {
    const blocks = [{ id: "one", seats: 1, group: null, prefer: "X" }];
    expect(() => chooseBySeatBlocks({ kind: "seat_blocks", blocks, unfilled: "open" }, poolByMerit([], [""]))).toThrow(
      RangeError,
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { poolWithout, refill } from "#app/domain/selection/refill/refill.ts";
import { whoIsNext } from "#app/domain/selection/refill/who-is-next.ts";
import { anyRule, groupNames, poolOf } from "#tests/domain/selection/matching/generated.ts";
import { tryAllChoices } from "#tests/domain/selection/matching/reference.ts";
import { instances } from "#tests/support/instances.ts";

const valid = [0, 4, 8].flatMap((disjoint) =>
  [0, 16, 48, 64].flatMap((nested) => [0, 1, 2, 3].map((overlapping) => overlapping | disjoint | nested)),
);
const people = fc.array(fc.constantFrom(...valid), { maxLength: 8 }).chain((masks) => {
  const everybody = [...masks.keys()];
  const some = fc.subarray(everybody);
  return fc.record({ masks: fc.constant(masks), order: fc.shuffledSubarray(everybody), first: some, second: some });
});

describe("refilling one rule", () => {
  it("is the rule applied to everybody else, and displaces nobody", () => {
    fc.assert(
      fc.property(anyRule, people, (rule, { masks, order, first, second }) => {
        const pool = poolOf(order, masks);
        const gone = new Set([...first, ...second]);
        const left = order.filter((person) => !gone.has(person));
        const before = tryAllChoices(
          rule,
          order.filter((person) => !first.includes(person)),
          masks,
        );
        const { choice, added, displaced } = refill({
          rule,
          pool,
          leavers: new Set(second),
          earlier: new Set(first),
        });
        expect([...choice.chosen]).toEqual(tryAllChoices(rule, left, masks));
        expect(added).toEqual([...choice.chosen].filter((person) => !before.includes(person)));
        expect(displaced).toEqual([]);
        expect(added.length).toBeLessThanOrEqual(before.filter((person) => gone.has(person)).length);
      }),
      { numRuns: instances },
    );
  });

  it("declines commute: one after the other, in the other order, or at once", () => {
    fc.assert(
      fc.property(anyRule, people, (rule, { masks, order, first, second }) => {
        const pool = poolOf(order, masks);
        const [one, other] = [new Set(first), new Set(second)];
        const chosen = (leavers: ReadonlySet<number>, earlier: ReadonlySet<number>) =>
          refill({ rule, pool, leavers, earlier }).choice;
        expect(chosen(one, other)).toEqual(chosen(other, one));
        expect(chosen(one, other)).toEqual(chosen(new Set([...first, ...second]), new Set()));
      }),
      { numRuns: instances },
    );
  });

  it("names people whom the rule drops: overlapping bounds can push a holder out", () => {
    // A and B hold X, C holds X and Y, D holds Y: with at most two of X and two of Y the fall of one can cost another.
    const rule = {
      kind: "overlapping_bounds",
      seats: 2,
      bounds: [
        { group: "X", min: 1, max: 1 },
        { group: "Y", min: 1, max: 1 },
      ],
    } as const;
    // Merit: p0 (X), p1 (Y), p2 (X and Y), p3 (none).
    const pool = poolOf([0, 1, 2, 3], [1, 2, 3, 0]);
    const solver = () => ({ status: "undecided" }) as const;
    const { choice, added, displaced } = refill({ rule, pool, leavers: new Set([1]), expert: { solver } });
    expect([...choice.chosen]).toEqual([2, 3]);
    expect(added).toEqual([2, 3]);
    expect(displaced).toEqual([0]);
  });
});

describe("who is next", () => {
  it("tells, for every seat, whom the rule adds when its holder leaves", () => {
    fc.assert(
      fc.property(anyRule, people, (rule, { masks, order }) => {
        const pool = poolOf(order, masks);
        const { chosen } = choose(rule, pool);
        const { waiting, seats } = whoIsNext(rule, pool);
        expect(waiting.map(({ person }) => person)).toEqual(order.filter((person) => !chosen.includes(person)));
        expect(seats.flatMap(({ holders }) => holders).toSorted()).toEqual([...chosen].toSorted());
        for (const { holders, next } of seats) {
          for (const holder of holders) {
            const after = choose(rule, poolWithout(pool, new Set([holder]))).chosen;
            expect([...after].filter((person) => !chosen.includes(person))).toEqual(next === null ? [] : [next]);
          }
        }
      }),
      { numRuns: instances },
    );
  });

  it("a guaranteed seat goes to its group when nobody else chosen can fill it, an open one to the best who waits", () => {
    expect(groupNames.slice(0, 2)).toEqual(["X", "Y"]);
    const rule = { kind: "guarantee", seats: 3, guaranteed: [{ group: "X", seats: 1 }] } as const;
    // By merit: 0, 1, 2 without group, 3 and 4 of X; Y is no group of the rule and is not told.
    const pool = poolOf([0, 1, 2, 3, 4], [0, 2, 2, 1, 3]);
    expect(whoIsNext(rule, pool)).toEqual({
      waiting: [
        { person: 2, groups: [] },
        { person: 4, groups: ["X"] },
      ],
      seats: [
        { seat: { kind: "open" }, groups: [], holders: [0, 1], next: 2 },
        { seat: { kind: "guaranteed", group: "X" }, groups: ["X"], holders: [3], next: 4 },
      ],
    });
  });

  it("says so when nobody waits", () => {
    expect(whoIsNext({ kind: "cut_off", seats: 2 }, poolOf([1], [0, 0]))).toEqual({
      waiting: [],
      seats: [{ seat: { kind: "open" }, groups: [], holders: [1], next: null }],
    });
  });
});

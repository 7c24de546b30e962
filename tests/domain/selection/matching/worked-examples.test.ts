import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import { inputOf, markets, type Instance } from "#tests/domain/selection/matching/generated.ts";
import { allStableMatchings } from "#tests/domain/selection/matching/reference.ts";
import { instances } from "#tests/support/instances.ts";

/**
 * A ranking matrix as Gale and Shapley (1962, The American Mathematical Monthly 69, 9–15) print them: in row i and column j,
 * the rank that i gives to j and the rank that j gives to i.
 */
function fromMatrix(matrix: readonly (readonly (readonly [number, number])[])[]): Instance {
  const size = matrix.length;
  const by = (ranks: readonly number[]): readonly number[] =>
    [...ranks.keys()].toSorted((a, b) => ranks[a]! - ranks[b]!);
  return {
    masks: Array<number>(size).fill(0),
    tracks: [...Array(size).keys()].map((column) => {
      return { rule: { kind: "cut_off", seats: 1 }, order: by(matrix.map((row) => row[column]![1])) };
    }),
    lists: matrix.map((row) => by(row.map(([rank]) => rank))),
  };
}

function heldIn(instance: Instance): readonly number[] {
  const matching = deferredAcceptance(inputOf(instance));
  return matching.ok ? [...matching.value.holdings] : [];
}

describe("the examples of Gale and Shapley", () => {
  it("example 1: of three stable matchings, everybody who applies gets the first choice", () => {
    const instance = fromMatrix([
      [[1, 3], [2, 2], [3, 1]],
      [[3, 1], [1, 3], [2, 2]],
      [[2, 2], [3, 1], [1, 3]],
    ]); // prettier-ignore
    expect(allStableMatchings(instance)).toEqual(
      expect.arrayContaining([
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ]),
    );
    expect(allStableMatchings(instance)).toHaveLength(3);
    expect(heldIn(instance)).toEqual([0, 1, 2]);
  });

  it("example 2: the only stable matching gives nobody the first choice", () => {
    const instance = fromMatrix([
      [[1, 3], [2, 2], [3, 1], [4, 3]],
      [[1, 4], [2, 3], [3, 2], [4, 4]],
      [[3, 1], [1, 4], [2, 3], [4, 2]],
      [[2, 2], [3, 1], [1, 4], [4, 1]],
    ]); // prettier-ignore
    expect(allStableMatchings(instance)).toEqual([[2, 3, 0, 1]]);
    expect(heldIn(instance)).toEqual([2, 3, 0, 1]);
    expect(instance.lists.map((list, person) => list.indexOf(heldIn(instance)[person]!) + 1)).toEqual([3, 4, 3, 3]);
  });
});

describe("the rural hospitals theorem (Roth 1986)", () => {
  it("the same people have a seat in every stable matching, and a track with free seats has the same people", () => {
    const rule = fc.integer({ min: 0, max: 3 }).map((seats) => ({ kind: "cut_off", seats }) as const);
    fc.assert(
      fc.property(markets({ rule }), (instance) => {
        const own = heldIn(instance);
        for (const other of allStableMatchings(instance)) {
          expect(other.map((track) => track === null)).toEqual(own.map((track) => track < 0));
          for (const [track, { rule: of }] of instance.tracks.entries()) {
            const holders = own.flatMap((held, person) => (held === track ? [person] : []));
            const others = other.flatMap((held, person) => (held === track ? [person] : []));
            expect(others).toHaveLength(holders.length);
            if (of.kind === "cut_off" && holders.length < of.seats) expect(others).toEqual(holders);
          }
        }
      }),
      { numRuns: instances },
    );
  });
});

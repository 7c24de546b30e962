import { describe, expect, test } from "vitest";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { conflictOf } from "#app/domain/selection/choice/overlapping-bounds-conflict.ts";
import { programOf, type BoundsQuestion } from "#app/domain/selection/choice/overlapping-bounds-program.ts";
import { countByType, typesOf } from "#app/domain/selection/choice/overlapping-bounds-types.ts";
import { overlappingRule, poolOf } from "./overlapping-instances.ts";

const pool = poolOf(["A", "B", "C"], ["C", "A", "", "AB", "AC", "B"]);
const { bounds } = overlappingRule(3, [["B", 1, null], ["A", 2, 3]]); // prettier-ignore
const question: BoundsQuestion = {
  types: typesOf(bounds, pool),
  bounds,
  fixed: [0, 1, 0, 0],
  total: { min: 3, max: 3 },
  soft: false,
};

describe("types of people", () => {
  test("are the sets of bounded groups, numbered as they first appear; other groups do not matter", () => {
    expect(question.types).toEqual({
      typeOf: Uint32Array.of(0, 1, 0, 2, 1, 3),
      available: [2, 2, 1, 1],
      members: [
        [2, 3],
        [1, 2],
      ],
    });
    expect(countByType(question.types, [4, 5, 1])).toEqual([0, 2, 0, 1]);
  });
});

describe("the program of a question", () => {
  test("has a variable a type and a shortfall a group, and only rows that say something", () => {
    expect(programOf(question)).toEqual({
      lower: [0, 1, 0, 0, 0, 0],
      upper: [2, 2, 1, 1, 0, 0],
      rows: [
        { terms: [[0, 1], [1, 1], [2, 1], [3, 1]], min: 3, max: 3 },
        { terms: [[2, 1], [3, 1], [4, 1]], min: 1, max: null },
        { terms: [[1, 1], [2, 1], [5, 1]], min: 2, max: null },
        { terms: [[1, 1], [2, 1]], min: null, max: 3 },
      ],
      minimise: [],
    }); // prettier-ignore
    expect(programOf({ ...question, soft: true }).upper).toEqual([2, 2, 1, 1, 1, 2]);
    const free = bounds.map(({ group }) => ({ group, min: 0, max: null }));
    expect(programOf({ ...question, bounds: free }).rows).toHaveLength(1);
  });
});

describe("a conflict", () => {
  test("is found with one question a bound, and one about the number of seats", () => {
    let asked = 0;
    const solver: IntegerSolver = () => {
      asked += 1;
      return { status: "undecided" };
    };
    const impossible = overlappingRule(3, [["B", 3, null], ["A", 0, 3]]).bounds; // prettier-ignore
    const conflict = conflictOf({ ...question, bounds: impossible, fixed: [0, 0, 0, 0] }, { solver });
    expect(conflict).toEqual({ minima: ["B"], maxima: [], seats: false });
    expect(asked).toBe(3);
  });
});

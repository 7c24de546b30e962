import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram, IntegerRow, IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { decide, decideLeast, Undecided } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import { searchExactly } from "#app/domain/selection/choice/overlapping-bounds-search.ts";
import { tableauOf } from "#app/domain/selection/choice/overlapping-bounds-tableau.ts";
import { instances } from "#tests/support/instances.ts";

const limit = fc.option(fc.integer({ min: -6, max: 8 }));
const variables = 4;
const program: fc.Arbitrary<IntegerProgram> = fc
  .record({
    bounds: fc.array(fc.tuple(fc.integer({ min: -2, max: 1 }), fc.integer({ min: -1, max: 3 })), {
      maxLength: variables,
    }),
    rows: fc.array(fc.tuple(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }), limit, limit), {
      maxLength: 4,
    }),
  })
  .map(({ bounds, rows }) => ({
    lower: bounds.map(([lower]) => lower),
    upper: bounds.map(([, upper]) => upper),
    rows: rows.map(([coefficients, min, max]) => ({
      terms: bounds.map((_, at) => [at, coefficients[at]!] as const),
      min,
      max,
    })),
    minimise: [],
  }));

/** Every point of the box, by counting; `keeps` re-adds the rows on its own. */
function pointsOf({ lower, upper, rows }: IntegerProgram): readonly (readonly number[])[] {
  let points: number[][] = [[]];
  for (const [at, least] of lower.entries()) {
    const size = Math.max(0, upper[at]! - least + 1);
    points = points.flatMap((point) => Array.from({ length: size }, (_, step) => [...point, least + step]));
  }
  return points.filter((point) => rows.every((row) => keeps(row, point)));
}

function keeps({ terms, min, max }: IntegerRow, point: readonly number[]): boolean {
  let total = 0;
  for (const [variable, coefficient] of terms) total += coefficient * point[variable]!;
  return total >= (min ?? -Infinity) && total <= (max ?? Infinity);
}

function triangle(pairs: number): IntegerProgram {
  const row = (a: number, b: number): IntegerRow => ({ terms: [[a, 1], [b, 1]], min: pairs, max: pairs }); // prettier-ignore
  return { lower: [0, 0, 0], upper: [9, 9, 9], rows: [row(0, 1), row(1, 2), row(0, 2)], minimise: [] };
}

describe("the exact search", () => {
  test("finds a point where there is one and says no where there is none, as trying every point shows", () => {
    fc.assert(
      fc.property(program, (asked) => {
        const points = pointsOf(asked);
        const answer = searchExactly(asked);
        expect(answer.status).toBe(points.length > 0 ? "solved" : "infeasible");
        if (answer.status === "solved") expect(points).toContainEqual(answer.values.map((value) => value + 0));
      }),
      { numRuns: instances },
    );
  });

  test("goes on from fractions to whole numbers: three pairs that each hold 1 between them hold 3/2 in all", () => {
    expect(searchExactly(triangle(1))).toEqual({ status: "infeasible" });
    expect(searchExactly(triangle(2))).toEqual({ status: "solved", values: [1, 1, 1] });
    const beside = { ...triangle(1), lower: [0, 0, 0, 3], upper: [9, 9, 9, 3] };
    const relaxed = tableauOf(beside).pointWithin({
      lower: [0n, 0n, 0n, 3n, 1n, 1n, 1n],
      upper: [9n, 9n, 9n, 3n, 1n, 1n, 1n],
    });
    expect(relaxed?.numerators.map((value) => (value * 2n) / relaxed.denominator)).toEqual([1n, 1n, 1n, 6n]);
  });

  test("takes the smallest index first, leaving and entering, so that it ends and always finds the same point", () => {
    const found = (rows: readonly IntegerRow[]) =>
      searchExactly({ lower: [0, 0, 0], upper: [5, 5, 5], rows, minimise: [] });
    const atLeast = (min: number, ...variables: readonly number[]): IntegerRow => {
      return { terms: variables.map((variable) => [variable, 1] as const), min, max: null };
    };
    expect(found([atLeast(2, 0, 1)])).toEqual({ status: "solved", values: [2, 0, 0] });
    expect(found([atLeast(2, 0, 1), atLeast(3, 0, 2)])).toEqual({ status: "solved", values: [2, 0, 1] });
    expect(found([atLeast(3, 0, 2), atLeast(2, 0, 1)])).toEqual({ status: "solved", values: [3, 0, 0] });
  });

  test("rounds a negative fraction down", () => {
    const asked = { lower: [-2], upper: [-1], rows: [{ terms: [[0, 2]] as const, min: -3, max: -3 }], minimise: [] };
    expect(searchExactly(asked, 10)).toEqual({ status: "infeasible" });
  });

  test("gives up, without a no, after the number of relaxations it is allowed", () => {
    expect(searchExactly(triangle(1), 1)).toEqual({ status: "undecided" });
    expect(searchExactly(triangle(1), 3)).toEqual({ status: "undecided" });
    expect(searchExactly(triangle(1), 4)).toEqual({ status: "infeasible" });
  });

  test("adds up coefficients of a variable that stands twice in a row", () => {
    const row: IntegerRow = { terms: [[0, 1], [0, 2]], min: 6, max: null }; // prettier-ignore
    const asked = { lower: [0], upper: [2], rows: [row], minimise: [] };
    expect(searchExactly(asked)).toEqual({ status: "solved", values: [2] });
    expect(searchExactly({ ...asked, upper: [1] })).toEqual({ status: "infeasible" });
  });

  test("reads a row without variables, and a minimum above its maximum, for what they say", () => {
    const empty = (min: number | null, max: number | null): IntegerProgram => {
      return { lower: [], upper: [], rows: [{ terms: [], min, max }], minimise: [] };
    };
    expect(searchExactly(empty(0, 0))).toEqual({ status: "solved", values: [] });
    expect(searchExactly(empty(1, null))).toEqual({ status: "infeasible" });
    expect(searchExactly(empty(null, -1))).toEqual({ status: "infeasible" });
    expect(searchExactly(empty(1, 0))).toEqual({ status: "infeasible" });
    const crossed = { lower: [0], upper: [5], rows: [{ terms: [[0, 1]] as const, min: 3, max: 2 }], minimise: [] };
    expect(searchExactly(crossed)).toEqual({ status: "infeasible" });
  });
});

describe("a question to the solver", () => {
  test("is answered with the solver's point only where that point holds", () => {
    const truth = { status: "solved", values: [1, 1, 1] } as const;
    let asked = 0;
    const solver = () => {
      asked += 1;
      return truth;
    };
    expect(decide(triangle(2), { solver })).toBe(truth.values);
    expect(decide(triangle(4), { solver })).toEqual([2, 2, 2]);
    expect(decide(triangle(3), { solver })).toBeUndefined();
    expect(decide(triangle(2), { solver: () => ({ status: "infeasible" }) })).toEqual([1, 1, 1]);
    expect(asked).toBe(3);
  });

  test("stays undecided, and is never read as a no, where the exact search gives up", () => {
    const solver: IntegerSolver = () => ({ status: "infeasible" });
    expect(() => decide(triangle(1), { solver, nodeLimit: 3 })).toThrow(Undecided);
    expect(decide(triangle(1), { solver, nodeLimit: 4 })).toBeUndefined();
    const half: IntegerSolver = () => ({ status: "solved", values: [1, 1, 1] });
    expect(() => decideLeast(triangle(2), [[0, 1]], { solver: half, nodeLimit: 0 })).toThrow(Undecided);
  });

  test("for the least sum ends at the least, whatever the solver says", () => {
    const costs = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: variables, maxLength: variables });
    const lie = fc.option(fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: variables }));
    fc.assert(
      fc.property(program, costs, lie, (asked, coefficients, values) => {
        const terms = asked.lower.map((_, at) => [at, coefficients[at]!] as const);
        const price = (point: readonly number[]) =>
          point.reduce((sum, value, at) => sum + value * coefficients[at]!, 0);
        const prices = pointsOf(asked).map(price);
        const solver: IntegerSolver = (told) => {
          expect(told.minimise).toEqual(coefficients.slice(0, asked.lower.length));
          return values ? { status: "solved", values } : { status: "infeasible" };
        };
        const least = decideLeast(asked, terms, { solver });
        expect(least && price(least)).toBe(prices.length > 0 ? Math.min(...prices) : undefined);
      }),
      { numRuns: instances },
    );
  });
});

describe("a point of a program", () => {
  test("is whole, complete, inside the bounds and adds up in every row", () => {
    const row = { terms: [[0, 2], [1, -1]] as const, min: 1, max: 4 }; // prettier-ignore
    const asked = { lower: [0, -1], upper: [3, 2], rows: [row], minimise: [] };
    expect([[1, 1], [2, 0], [0, -1], [3, 2]].map((point) => holds(asked, point))).toEqual([true, true, true, true]); // prettier-ignore
    const wrong = [[0, 0], [3, 0], [1], [1, 1, 0], [1.5, 1], [-1, -1], [4, 2], [2, 3], [0, -2], [Number.NaN, 0]]; // prettier-ignore
    for (const point of wrong) expect(holds(asked, point), String(point)).toBe(false);
    const open = { ...asked, rows: [{ ...row, min: null, max: null }] };
    expect(holds(open, [0, 2])).toBe(true);
    expect(holds({ ...asked, rows: [...open.rows, row] }, [0, 2])).toBe(false);
  });

  test("is the one of those that trying every point finds", () => {
    const point = fc.array(fc.integer({ min: -3, max: 4 }), { maxLength: variables });
    fc.assert(
      fc.property(program, point, (asked, values) => {
        const found = pointsOf(asked).some((each) => each.join() === values.join() && each.length === values.length);
        expect(holds(asked, values)).toBe(found);
      }),
      { numRuns: instances },
    );
  });
});

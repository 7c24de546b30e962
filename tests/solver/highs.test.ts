import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds, valueOf } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram, IntegerRow } from "#app/domain/exact/integer-program.ts";
import { decideLeast } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import { searchExactly } from "#app/domain/selection/choice/overlapping-bounds-search.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";

const solver = await loadIntegerSolver();

const row = fc.record({
  terms: fc.uniqueArray(fc.tuple(fc.nat(4), fc.integer({ min: -4, max: 4 })), { selector: ([variable]) => variable }),
  min: fc.option(fc.integer({ min: -5, max: 9 })),
  max: fc.option(fc.integer({ min: -5, max: 12 })),
});
const programs: fc.Arbitrary<IntegerProgram> = fc.record({
  lower: fc.array(fc.integer({ min: -3, max: 1 }), { minLength: 5, maxLength: 5 }),
  upper: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }),
  rows: fc.array(row, { maxLength: 5 }),
  minimise: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 5, maxLength: 5 }),
});

/** A market split of 50 variables and 6 equations: nobody's quotas, but long to solve. */
function hardProgram(): IntegerProgram {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % 100;
  const rows = Array.from({ length: 6 }, (): IntegerRow => {
    const terms = Array.from({ length: 50 }, (_, at) => [at, next()] as const);
    const half = Math.floor(terms.reduce((sum, [, coefficient]) => sum + coefficient, 0) / 2);
    return { terms, min: half, max: half };
  });
  return { lower: rows[0]!.terms.map(() => 0), upper: rows[0]!.terms.map(() => 1), rows, minimise: [] };
}

describe("HiGHS behind the words of the domain", () => {
  test("agrees with the exact search on what is possible and on what is least", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const answer = solver(program);
        expect(answer.status).toBe(searchExactly(program).status);
        if (answer.status !== "solved") return;
        expect(holds(program, answer.values)).toBe(true);
        const price = program.minimise.map((cost, variable) => [variable, cost] as const);
        const least = decideLeast(program, price, { solver: () => ({ status: "undecided" }) });
        expect(least && valueOf(price, least)).toBe(valueOf(price, answer.values));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("answers programs without variables, without rows, with an empty row, and with bounds that cross", () => {
    const program = { lower: [], upper: [], rows: [], minimise: [] };
    expect(solver(program)).toEqual({ status: "solved", values: [] });
    const empty = (min: number | null, max: number | null) => [{ terms: [], min, max }];
    expect(solver({ ...program, rows: empty(0, 0) })).toEqual({ status: "solved", values: [] });
    expect(solver({ ...program, rows: empty(null, null) })).toEqual({ status: "solved", values: [] });
    expect(solver({ ...program, rows: empty(1, null) })).toEqual({ status: "infeasible" });
    expect(solver({ ...program, rows: empty(null, -1) })).toEqual({ status: "infeasible" });
    const one = { lower: [2], upper: [5], rows: [], minimise: [1] };
    expect(solver(one)).toEqual({ status: "solved", values: [2] });
    expect(solver({ ...one, minimise: [-1] })).toEqual({ status: "solved", values: [5] });
    expect(solver({ ...one, rows: empty(1, 1) })).toEqual({ status: "infeasible" });
    expect(solver({ ...one, upper: [1] })).toEqual({ status: "infeasible" });
  });

  test("says undecided, never infeasible, when its time is over or the program cannot be read", async () => {
    const hasty = await loadIntegerSolver({ timeLimitSeconds: 0 });
    expect(hasty(hardProgram())).toEqual({ status: "undecided" });
    expect(solver({ lower: [0], upper: [1], rows: [{ terms: [[7, 1]], min: 0, max: 1 }], minimise: [] })).toEqual({
      status: "undecided",
    });
    expect(solver({ lower: [0], upper: [1], rows: [], minimise: [1] })).toEqual({ status: "solved", values: [0] });
  });
});

import { describe, expect, test } from "vitest";
import { minimiseBySimplex, minimiseFromStarts } from "#app/domain/reliability/algebra/nelder-mead.ts";

const fine = { precision: 1e-8, edge: 1, restarts: 5 };

describe("the simplex search", () => {
  test("finds the bottom of Rosenbrock's valley", () => {
    const valley = ([x = 0, y = 0]: readonly number[]): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    const { at, value } = minimiseBySimplex(valley, { ...fine, start: [-1.2, 1] });
    expect(value).toBeLessThan(1e-12);
    expect(at[0]).toBeCloseTo(1, 5);
    expect(at[1]).toBeCloseTo(1, 5);
  });

  test("works in one variable", () => {
    const { at } = minimiseBySimplex(([x = 0]) => (x - 3) ** 2, { ...fine, start: [0] });
    expect(at[0]).toBeCloseTo(3, 6);
  });

  test("stays where the function is finite", () => {
    const { at } = minimiseBySimplex(([x = 0]) => (x > 2 ? Infinity : -x), { ...fine, start: [0] });
    expect(at[0]).toBeCloseTo(2, 4);
  });

  test("comes to an end on a plain", () => {
    expect(minimiseBySimplex(() => 7, { ...fine, start: [1, 1] }).value).toBe(7);
    expect(minimiseBySimplex(() => Infinity, { ...fine, start: [1, 1] }).value).toBe(Infinity);
  });
});

test("of several starts the one in the deeper valley wins", () => {
  const twoValleys = ([x = 0]: readonly number[]): number => Math.min((x + 5) ** 2, (x - 5) ** 2 - 1);
  const { at, value } = minimiseFromStarts(twoValleys, [[-5.5], [4]]);
  expect(at[0]).toBeCloseTo(5, 5);
  expect(value).toBeCloseTo(-1, 9);
});

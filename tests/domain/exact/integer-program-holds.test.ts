import { expect, test } from "vitest";
import type { IntegerProgram } from "#app/domain/exact/integer-program.ts";
import { holds, valueOf } from "#app/domain/exact/integer-program-holds.ts";

/** 1 ≤ x ≤ 3, 0 ≤ y ≤ 2, x + 2y ≥ 3, x − y ≤ 2. */
const program: IntegerProgram = {
  lower: [1, 0],
  upper: [3, 2],
  rows: [
    {
      terms: [
        [0, 1],
        [1, 2],
      ],
      min: 3,
      max: null,
    },
    {
      terms: [
        [0, 1],
        [1, -1],
      ],
      min: null,
      max: 2,
    },
  ],
  minimise: [],
};

test("a point holds on every bound and row, also exactly on them", () => {
  expect(holds(program, [1, 1])).toBe(true);
  expect(holds(program, [3, 1])).toBe(true);
  expect(holds(program, [3, 2])).toBe(true);
  expect(holds(program, [1, 2])).toBe(true);
});

test("a point beyond one bound does not hold", () => {
  expect(holds(program, [0, 2])).toBe(false);
  expect(holds(program, [4, 2])).toBe(false);
  expect(holds({ ...program, rows: [] }, [1, -1])).toBe(false);
  expect(holds({ ...program, rows: [] }, [1, 3])).toBe(false);
  expect(holds({ ...program, rows: [] }, [1, 0])).toBe(true);
});

test("one broken row is enough, whichever it is", () => {
  expect(holds(program, [1, 0])).toBe(false);
  expect(holds(program, [3, 0])).toBe(false);
});

test("numbers that are not whole, too many or too few do not hold", () => {
  expect(holds(program, [1.5, 1])).toBe(false);
  expect(holds(program, [1])).toBe(false);
  expect(holds(program, [1, 1, 1])).toBe(false);
  expect(holds(program, [Number.NaN, 1])).toBe(false);
});

test("a row without bounds always holds, and both bounds of one row are asked", () => {
  const rowOf = (min: number | null, max: number | null): IntegerProgram => ({
    ...program,
    rows: [{ terms: [[0, 1]], min, max }],
  });
  expect(holds(rowOf(null, null), [2, 0])).toBe(true);
  expect(holds(rowOf(2, 2), [2, 0])).toBe(true);
  expect(holds(rowOf(3, null), [2, 0])).toBe(false);
  expect(holds(rowOf(null, 1), [2, 0])).toBe(false);
});

test("terms add coefficient times value; a variable that is not there counts as nothing", () => {
  expect(
    valueOf(
      [
        [0, 2],
        [1, -3],
      ],
      [5, 4],
    ),
  ).toBe(-2);
  expect(valueOf([], [5])).toBe(0);
  expect(valueOf([[3, 7]], [5])).toBe(0);
});

import type { TwoWayTable } from "./two-way-table.ts";

/**
 * The symmetric system [A, xK; xK', B] of one panel: A and B diagonal (absorbed, kept side), K the table of meetings, x = `cross`.
 * Eliminating the absorbed side leaves the kept matrix B - x^2 K' A^-1 K. Source: SELECTION D1, D3.
 */
export type TwoWaySystem = {
  readonly table: TwoWayTable;
  readonly absorbedDiagonal: Float64Array;
  readonly keptDiagonal: Float64Array;
  readonly cross: number;
};

/** A right side or a solution, by local number. */
export type TwoWayVector = { readonly absorbed: Float64Array; readonly kept: Float64Array };

/** The kept matrix, dense, row by row. O(sum of squared cells per absorbed person + kept^2). */
export function keptMatrix({ table, absorbedDiagonal, keptDiagonal, cross }: TwoWaySystem): Float64Array {
  const size = keptDiagonal.length;
  const matrix = new Float64Array(size * size);
  keptDiagonal.forEach((value, at) => {
    matrix[at * size + at] = value;
  });
  absorbedDiagonal.forEach((diagonal, person) => {
    const end = table.starts[person + 1] ?? 0;
    for (let left = table.starts[person] ?? 0; left < end; left += 1) {
      const row = (table.columns[left] ?? 0) * size;
      const weight = (cross * cross * (table.times[left] ?? 0)) / diagonal;
      for (let right = table.starts[person] ?? 0; right < end; right += 1) {
        const entry = row + (table.columns[right] ?? 0);
        matrix[entry] = (matrix[entry] ?? 0) - weight * (table.times[right] ?? 0);
      }
    }
  });
  return matrix;
}

/** The kept matrix times a vector, without forming it. O(cells). */
export function multiplyKept(system: TwoWaySystem, vector: Float64Array): Float64Array {
  const met = meetKept(system.table, vector);
  const product = system.keptDiagonal.map((value, at) => value * (vector[at] ?? 0));
  const back = met.map(
    (value, person) => (value * system.cross * system.cross) / (system.absorbedDiagonal[person] ?? 1),
  );
  return subtract(product, meetAbsorbed(system.table, back));
}

/** The diagonal of the kept matrix. O(cells). */
export function diagonalOfKept({ table, absorbedDiagonal, keptDiagonal, cross }: TwoWaySystem): Float64Array {
  const diagonal = Float64Array.from(keptDiagonal);
  absorbedDiagonal.forEach((value, person) => {
    for (let cell = table.starts[person] ?? 0; cell < (table.starts[person + 1] ?? 0); cell += 1) {
      const column = table.columns[cell] ?? 0;
      diagonal[column] = (diagonal[column] ?? 0) - (cross * (table.times[cell] ?? 0)) ** 2 / value;
    }
  });
  return diagonal;
}

/** The right side of the kept system after elimination. */
export function keptRightSide(system: TwoWaySystem, { absorbed, kept }: TwoWayVector): Float64Array {
  const scaled = absorbed.map((value, person) => (value * system.cross) / (system.absorbedDiagonal[person] ?? 1));
  return subtract(kept, meetAbsorbed(system.table, scaled));
}

/** The absorbed side's solution, given the kept side's. */
export function absorbedSolution(system: TwoWaySystem, right: Float64Array, kept: Float64Array): Float64Array {
  const met = meetKept(system.table, kept);
  return right.map(
    (value, person) => (value - system.cross * (met[person] ?? 0)) / (system.absorbedDiagonal[person] ?? 1),
  );
}

/** The diagonal of the whole inverse, given the inverse of the kept matrix. O(sum of squared cells per absorbed person). */
export function diagonalOfInverse(system: TwoWaySystem, keptInverse: Float64Array): TwoWayVector {
  const size = system.keptDiagonal.length;
  return {
    kept: system.keptDiagonal.map((_, at) => keptInverse[at * size + at] ?? 0),
    absorbed: system.absorbedDiagonal.map(
      (value, person) =>
        1 / value + (system.cross / value) ** 2 * quadraticForm(system.table, { person, inverse: keptInverse, size }),
    ),
  };
}

type Form = { readonly person: number; readonly inverse: Float64Array; readonly size: number };

/** k' S k for the row k of one absorbed person. */
function quadraticForm({ starts, columns, times }: TwoWayTable, { person, inverse, size }: Form): number {
  let sum = 0;
  const end = starts[person + 1] ?? 0;
  for (let left = starts[person] ?? 0; left < end; left += 1) {
    for (let right = starts[person] ?? 0; right < end; right += 1) {
      const entry = inverse[(columns[left] ?? 0) * size + (columns[right] ?? 0)] ?? 0;
      sum += (times[left] ?? 0) * (times[right] ?? 0) * entry;
    }
  }
  return sum;
}

/** K times a vector of the kept side. */
function meetKept({ starts, columns, times, absorbedCounts }: TwoWayTable, vector: Float64Array): Float64Array {
  return absorbedCounts.map((_, person) => {
    let sum = 0;
    for (let cell = starts[person] ?? 0; cell < (starts[person + 1] ?? 0); cell += 1) {
      sum += (times[cell] ?? 0) * (vector[columns[cell] ?? 0] ?? 0);
    }
    return sum;
  });
}

/** K' times a vector of the absorbed side. */
function meetAbsorbed({ starts, columns, times, keptCounts }: TwoWayTable, vector: Float64Array): Float64Array {
  const sums = new Float64Array(keptCounts.length);
  vector.forEach((value, person) => {
    for (let cell = starts[person] ?? 0; cell < (starts[person + 1] ?? 0); cell += 1) {
      const column = columns[cell] ?? 0;
      sums[column] = (sums[column] ?? 0) + (times[cell] ?? 0) * value;
    }
  });
  return sums;
}

function subtract(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value - (right[at] ?? 0));
}

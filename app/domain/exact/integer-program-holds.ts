import type { IntegerProgram, IntegerRow } from "#app/domain/exact/integer-program.ts";

/**
 * Whether `values` are whole numbers, one a variable, within all bounds and rows of the program: the re-adding that no solver
 * is spared (SELECTION 0.7). The objective is not looked at. Numbers of the program are safe integers.
 */
export function holds({ lower, upper, rows }: IntegerProgram, values: readonly number[]): boolean {
  if (values.length !== lower.length) return false;
  const inBounds = values.every(
    (value, at) => Number.isSafeInteger(value) && value >= (lower[at] ?? 0) && value <= (upper[at] ?? 0),
  );
  return inBounds && rows.every((row) => rowHolds(row, values));
}

function rowHolds({ terms, min, max }: IntegerRow, values: readonly number[]): boolean {
  const total = valueOf(terms, values);
  return (min === null || total >= min) && (max === null || total <= max);
}

/** Σ coefficient · value over the terms; exact while the sum is a safe integer. */
export function valueOf(terms: IntegerRow["terms"], values: readonly number[]): number {
  return terms.reduce((total, [variable, coefficient]) => total + coefficient * (values[variable] ?? 0), 0);
}

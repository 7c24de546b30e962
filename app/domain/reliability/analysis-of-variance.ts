/** A full table of scores: rows are applications, columns reviewers, every cell filled. */
export type FullTable = readonly (readonly number[])[];

/** Mean squares of a two-way table: of applications (BMS), within applications (WMS), of reviewers (JMS), residual (EMS). */
export type MeanSquares = {
  readonly applications: number;
  readonly within: number;
  readonly reviewers: number;
  readonly residual: number;
};

/** Rows are applications, columns reviewers, null = missing; what a short row lacks at its end is missing too. */
export type Ratings = readonly (readonly (number | null)[])[];

/** The number of reviewers (the longest row) and the rows without a missing score: a two-way table cannot use the others. */
export function completeRows(ratings: Ratings): { readonly reviewers: number; readonly table: FullTable } {
  const reviewers = ratings.reduce((most, row) => Math.max(most, row.length), 0);
  const table = ratings.filter(
    (row): row is readonly number[] => row.length === reviewers && row.every((score) => score !== null),
  );
  return { reviewers, table };
}

/**
 * The mean squares of a full table with at least two rows and two columns (all rows of one length; throws otherwise).
 * A mean square that is rounding noise beside the size of the scores is exactly 0. Source: Shrout & Fleiss 1979.
 */
export function meanSquares(table: FullTable): MeanSquares {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) {
    throw new RangeError("mean squares need a full table of at least two rows and two columns");
  }
  const columns = Array.from({ length: k }, (_, column) => table.map((row) => row[column] ?? Number.NaN));
  const rowMeans = table.map(meanOf);
  const columnMeans = columns.map(meanOf);
  const grand = meanOf(rowMeans);

  const noise = 1e-24 * table.flat().reduce((largest, score) => Math.max(largest, score * score), 0);
  const mean = (squares: readonly number[], degrees: number): number => {
    const square = squares.reduce((sum, value) => sum + value * value, 0) / degrees;
    return square <= noise ? 0 : square;
  };
  const deviations = (center: (row: number, column: number) => number): readonly number[] =>
    table.flatMap((row, i) => row.map((score, j) => score - center(i, j)));

  const rowMean = (i: number): number => rowMeans[i] ?? Number.NaN;
  const columnMean = (j: number): number => columnMeans[j] ?? Number.NaN;
  return {
    applications:
      k *
      mean(
        rowMeans.map((value) => value - grand),
        n - 1,
      ),
    within: mean(
      deviations((i) => rowMean(i)),
      n * (k - 1),
    ),
    reviewers:
      n *
      mean(
        columnMeans.map((value) => value - grand),
        k - 1,
      ),
    residual: mean(
      deviations((i, j) => rowMean(i) + columnMean(j) - grand),
      (n - 1) * (k - 1),
    ),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

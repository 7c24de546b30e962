/** A symmetric positive definite matrix as L L': the lower triangle row by row, size x size numbers, zero above the diagonal. */
export type CholeskyFactor = { readonly size: number; readonly lower: Float64Array };

/**
 * Factors a symmetric matrix given as size x size numbers, row by row (only the lower triangle is read). Null where a pivot
 * is not above `size` x machine precision x its diagonal entry: singular, indefinite, or not a number.
 * O(size^3 / 3). Source: Golub & Van Loan 2013, Matrix Computations, section 4.2.
 */
export function factorCholesky(matrix: Float64Array, size: number): CholeskyFactor | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const start = row * size;
    for (let column = 0; column < row; column += 1) {
      const dot = dotRows(lower, { left: start, right: column * size, length: column });
      lower[start + column] = ((matrix[start + column] ?? 0) - dot) / (lower[column * size + column] ?? 0);
    }
    const diagonal = matrix[start + row] ?? 0;
    const pivot = diagonal - dotRows(lower, { left: start, right: start, length: row });
    if (!(pivot > size * Number.EPSILON * diagonal)) return null;
    lower[start + row] = Math.sqrt(pivot);
  }
  return { size, lower };
}

type TwoRows = { readonly left: number; readonly right: number; readonly length: number };

function dotRows(numbers: Float64Array, { left, right, length }: TwoRows): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (numbers[left + at] ?? 0) * (numbers[right + at] ?? 0);
  return sum;
}

/** The x of (L L') x = b. */
export function solveCholesky({ size, lower }: CholeskyFactor, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row += 1) {
    let rest = x[row] ?? 0;
    for (let at = 0; at < row; at += 1) rest -= (lower[row * size + at] ?? 0) * (x[at] ?? 0);
    x[row] = rest / (lower[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const solved = (x[row] ?? 0) / (lower[row * size + row] ?? 0);
    x[row] = solved;
    for (let at = 0; at < row; at += 1) x[at] = (x[at] ?? 0) - (lower[row * size + at] ?? 0) * solved;
  }
  return x;
}

/** The natural logarithm of the determinant of L L'. */
export function logDeterminant({ size, lower }: CholeskyFactor): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += Math.log(lower[row * size + row] ?? 0);
  return 2 * sum;
}

/** The inverse of L L', size x size numbers, both triangles. O(2 size^3 / 3). */
export function invertCholesky({ size, lower }: CholeskyFactor): Float64Array {
  const columns = inverseByColumns({ size, lower });
  const inverse = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      // Column j of the inverse of L starts at row j, so both are zero before the later one.
      for (let at = row; at < size; at += 1)
        sum += (columns[row * size + at] ?? 0) * (columns[column * size + at] ?? 0);
      inverse[row * size + column] = sum;
      inverse[column * size + row] = sum;
    }
  }
  return inverse;
}

/** The inverse of L, column by column, so that later sums run along memory. */
function inverseByColumns({ size, lower }: CholeskyFactor): Float64Array {
  const columns = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const start = column * size;
    columns[start + column] = 1 / (lower[start + column] ?? 0);
    for (let row = column + 1; row < size; row += 1) {
      let sum = 0;
      for (let at = column; at < row; at += 1) sum += (lower[row * size + at] ?? 0) * (columns[start + at] ?? 0);
      columns[start + row] = -sum / (lower[row * size + row] ?? 0);
    }
  }
  return columns;
}

/** A linear system whose matrix is known by its effect only. */
export type LinearSystem = {
  /** Matrix times vector; the matrix is symmetric and positive (semi)definite. */
  readonly multiply: (vector: Float64Array) => Float64Array;
  /** The matrix's diagonal, all above 0: the preconditioner. */
  readonly diagonal: Float64Array;
  readonly rightSide: Float64Array;
};

/**
 * Solves a large sparse system by conjugate gradients with the diagonal as preconditioner, from 0, until the residual is
 * 1e-13 of the right side (length) or after 20 x size + 200 steps. With a semidefinite matrix the right side must lie in its range.
 * Null where the residual stays above 1e-9. Source: Golub & Van Loan 2013, Matrix Computations, section 11.5.
 */
export function solveByConjugateGradients({ multiply, diagonal, rightSide }: LinearSystem): Float64Array | null {
  const size = rightSide.length;
  const x = new Float64Array(size);
  const residual = Float64Array.from(rightSide);
  const goal = 1e-13 * Math.sqrt(dot(rightSide, rightSide));
  let scaled = residual.map((value, at) => value / (diagonal[at] ?? 1));
  let direction = scaled;
  let squared = dot(residual, scaled);
  for (let step = 0; step < 20 * size + 200 && Math.sqrt(dot(residual, residual)) > goal; step += 1) {
    const image = multiply(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const length = squared / curvature;
    for (let at = 0; at < size; at += 1) {
      x[at] = (x[at] ?? 0) + length * (direction[at] ?? 0);
      residual[at] = (residual[at] ?? 0) - length * (image[at] ?? 0);
    }
    scaled = residual.map((value, at) => value / (diagonal[at] ?? 1));
    const next = dot(residual, scaled);
    const turn = next / squared;
    direction = scaled.map((value, at) => value + turn * (direction[at] ?? 0));
    squared = next;
  }
  return Math.sqrt(dot(residual, residual)) <= 1e4 * goal ? x : null;
}

/** The sum of products of two vectors of one length. */
export function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

import { factorCholesky, invertCholesky, logDeterminant, solveCholesky } from "./cholesky.ts";
import { solveByConjugateGradients } from "./conjugate-gradients.ts";
import {
  absorbedSolution,
  diagonalOfInverse,
  diagonalOfKept,
  keptMatrix,
  keptRightSide,
  multiplyKept,
  type TwoWaySystem,
  type TwoWayVector,
} from "./two-way-system.ts";

/** A regular two-way system, ready to be solved. */
export type TwoWaySolver = {
  /** Null = conjugate gradients did not settle. */
  readonly solve: (right: TwoWayVector) => TwoWayVector | null;
  /** ln of the determinant of the whole system; null = solved without a factor. */
  readonly logDeterminant: number | null;
  /** The diagonal of the whole inverse; null = solved without a factor. */
  readonly inverseDiagonal: () => TwoWayVector | null;
};

type KeptSolver = {
  readonly solve: (right: Float64Array) => Float64Array | null;
  readonly logDeterminant: number | null;
  readonly inverse: () => Float64Array | null;
};

/**
 * Prepares a positive definite two-way system: dense Cholesky up to `largestDense` kept people, conjugate gradients above, plain
 * division where the sides do not meet (`cross` 0). Null = numerically not positive definite. Source: SELECTION D1, D3.
 */
export function prepareTwoWay(system: TwoWaySystem, largestDense: number): TwoWaySolver | null {
  if (system.cross === 0) return diagonalSolver(system);
  const kept = system.keptDiagonal.length <= largestDense ? denseSolver(system) : iterativeSolver(system);
  if (!kept) return null;
  return {
    solve: (right) => {
      const solution = kept.solve(keptRightSide(system, right));
      return solution && { kept: solution, absorbed: absorbedSolution(system, right.absorbed, solution) };
    },
    logDeterminant: kept.logDeterminant === null ? null : kept.logDeterminant + sumOfLogs(system.absorbedDiagonal),
    inverseDiagonal: () => {
      const inverse = kept.inverse();
      return inverse && diagonalOfInverse(system, inverse);
    },
  };
}

function diagonalSolver({ absorbedDiagonal, keptDiagonal }: TwoWaySystem): TwoWaySolver {
  return {
    solve: ({ absorbed, kept }) => ({
      absorbed: absorbed.map((value, at) => value / (absorbedDiagonal[at] ?? 1)),
      kept: kept.map((value, at) => value / (keptDiagonal[at] ?? 1)),
    }),
    logDeterminant: sumOfLogs(absorbedDiagonal) + sumOfLogs(keptDiagonal),
    inverseDiagonal: () => ({
      absorbed: absorbedDiagonal.map((value) => 1 / value),
      kept: keptDiagonal.map((value) => 1 / value),
    }),
  };
}

function denseSolver(system: TwoWaySystem): KeptSolver | null {
  const factor = factorCholesky(keptMatrix(system), system.keptDiagonal.length);
  return (
    factor && {
      solve: (right) => solveCholesky(factor, right),
      logDeterminant: logDeterminant(factor),
      inverse: () => invertCholesky(factor),
    }
  );
}

function iterativeSolver(system: TwoWaySystem): KeptSolver {
  const multiply = (vector: Float64Array): Float64Array => multiplyKept(system, vector);
  const diagonal = diagonalOfKept(system);
  return {
    solve: (rightSide) => solveByConjugateGradients({ multiply, diagonal, rightSide }),
    logDeterminant: null,
    inverse: () => null,
  };
}

function sumOfLogs(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.log(value), 0);
}

import { factorCholesky, invertCholesky, solveCholesky } from "./algebra/cholesky.ts";
import { solveByConjugateGradients } from "./algebra/conjugate-gradients.ts";
import type { CrossedDesign, Panel } from "./algebra/crossed-design.ts";
import {
  diagonalOfInverse,
  diagonalOfKept,
  keptMatrix,
  keptRightSide,
  multiplyKept,
  type TwoWaySystem,
  type TwoWayVector,
} from "./algebra/two-way-system.ts";
import { sumsBy, tabulatePanel, type TwoWayTable } from "./algebra/two-way-table.ts";

/** The additive model in one panel, by local number (absorbed = applications, kept = reviewers). */
export type PanelEffects = {
  readonly table: TwoWayTable;
  readonly adjusted: Float64Array;
  readonly severity: Float64Array;
  /** Variances of the effects in units of sigma^2; null = too large for them. */
  readonly variances: TwoWayVector | null;
  readonly residualSumOfSquares: number;
};

/** Reviewers of one panel up to which the equations are solved exactly. Source: SELECTION D1. */
const largestDensePanel = 3000;

/** Least squares in one panel, reviewer effects summing to zero; null = conjugate gradients did not settle. Source: SELECTION D1. */
export function estimatePanel(
  design: CrossedDesign,
  panel: Panel,
  largestDense: number = largestDensePanel,
): PanelEffects | null {
  const table = tabulatePanel(design, panel, "reviewer");
  const system: TwoWaySystem = {
    table,
    absorbedDiagonal: table.absorbedCounts,
    keptDiagonal: table.keptCounts,
    cross: 1,
  };
  const all = Float64Array.from(panel.ratings, (rating) => design.score[rating] ?? 0);
  const middle = all.reduce((sum, score) => sum + score, 0) / all.length;
  const scores = all.map((score) => score - middle);

  const solved = solveReviewers(system, { scores, largestDense });
  if (!solved) return null;
  const mean = solved.severity.reduce((sum, value) => sum + value, 0) / solved.severity.length;
  const severity = solved.severity.map((value) => value - mean);
  const rest = scores.map((score, at) => score - (severity[table.keptOf[at] ?? 0] ?? 0));
  const restSums = sumsBy(table.absorbedOf, { size: table.absorbedCounts.length, values: rest });
  const centred = restSums.map((sum, at) => sum / (table.absorbedCounts[at] ?? 1));
  const residuals = rest.map((value, at) => value - (centred[table.absorbedOf[at] ?? 0] ?? 0));
  return {
    table,
    severity,
    adjusted: centred.map((value) => value + middle),
    variances: solved.variances,
    residualSumOfSquares: residuals.reduce((sum, value) => sum + value * value, 0),
  };
}

type Task = { readonly scores: Float64Array; readonly largestDense: number };
type Solved = { readonly severity: Float64Array; readonly variances: TwoWayVector | null };

function solveReviewers(system: TwoWaySystem, { scores, largestDense }: Task): Solved | null {
  const { table } = system;
  const size = table.keptCounts.length;
  if (size === 1) return { severity: new Float64Array(1), variances: diagonalOfInverse(system, new Float64Array(1)) };
  const rightSide = keptRightSide(system, {
    absorbed: sumsBy(table.absorbedOf, { size: table.absorbedCounts.length, values: scores }),
    kept: sumsBy(table.keptOf, { size, values: scores }),
  });
  if (size > largestDense) {
    const multiply = (vector: Float64Array): Float64Array => multiplyKept(system, vector);
    const severity = solveByConjugateGradients({ multiply, diagonal: diagonalOfKept(system), rightSide });
    return severity && { severity, variances: null };
  }

  // The kept matrix has the constant vector as null space: adding 1/size everywhere makes it regular and keeps the zero-sum solution.
  const factor = factorCholesky(
    keptMatrix(system).map((value) => value + 1 / size),
    size,
  );
  if (!factor) return null;
  const inverse = invertCholesky(factor).map((value) => value - 1 / size);
  return { severity: solveCholesky(factor, rightSide), variances: diagonalOfInverse(system, inverse) };
}

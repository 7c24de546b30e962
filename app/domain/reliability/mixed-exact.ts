import { estimatePanel } from "./additive-panel.ts";
import { minimiseFromStarts } from "./algebra/nelder-mead.ts";
import type { CrossedDesign } from "./algebra/crossed-design.ts";
import { solveMixed, type MixedPanels, type VarianceRatios } from "./mixed-equations.ts";
import { hasSpareReviews, type RemlOptimum } from "./mixed-reml.ts";

/** The residual variance that stands for 0, for standardised scores. */
const vanishing = 1e-7;

/** Whether every (standardised) score is exactly application + reviewer although spare reviews could show an error. */
export function fitsExactly(design: CrossedDesign): boolean {
  if (!hasSpareReviews(design)) return false;
  const squares = design.panels.map((panel) => estimatePanel(design, panel)?.residualSumOfSquares ?? Infinity);
  return squares.reduce((sum, value) => sum + value, 0) < 1e-14 * design.score.length;
}

/**
 * The limit of REML for scores that fit exactly: the two variances that are likeliest while the residual variance vanishes.
 * (With the residual variance profiled out, as `minimiseReml` does it, the criterion has no minimum.) Null = not solved.
 */
export function minimiseWithoutResidual(
  panels: MixedPanels,
): (Omit<RemlOptimum, "deviance"> & { readonly deviance: null }) | null {
  const ratiosAt = ([application = 0, reviewer = 0]: readonly number[]): VarianceRatios => ({
    application: Math.exp(application) / vanishing,
    reviewer: Math.exp(reviewer) / vanishing,
  });
  const best = minimiseFromStarts(
    (at) => devianceAt(panels, ratiosAt(at)),
    [
      [0, 0],
      [-4, -1],
    ],
  );
  if (best.value === Infinity) return null;
  const { application, reviewer } = ratiosAt(best.at);
  const ratios = { application: orZero(application), reviewer: orZero(reviewer) };
  const solution = solveMixed(panels, ratios, Infinity);
  return solution && { ratios, residual: vanishing, deviance: null, solution };
}

/** A variance that went down to the residual's is none. */
function orZero(ratio: number): number {
  return ratio < 10 ? 0 : ratio;
}

function devianceAt(panels: MixedPanels, ratios: VarianceRatios): number {
  if (Math.max(ratios.application, ratios.reviewer) > 1e4 / vanishing) return Infinity;
  const solution = solveMixed(panels, ratios, Infinity);
  if (!solution || solution.logDeterminant === null) return Infinity;
  return solution.logDeterminant + Math.log(solution.weightOfMean) + solution.penalisedSquares / vanishing;
}

import { done, refuse, type Result } from "#app/domain/result.ts";
import { crossRatings, type CrossedDesign, type Rating } from "./algebra/crossed-design.ts";
import { arrangePanels, largestKept, solveMixed, type MixedSolution } from "./mixed-equations.ts";
import { fitsExactly, minimiseWithoutResidual } from "./mixed-exact.ts";
import { describeMixed, ratingsProblem, type MixedFit, type RatingsRefusal } from "./mixed-model.ts";
import { minimiseReml, type RemlOptimum } from "./mixed-reml.ts";

/** `deviance` = twice the negative restricted log likelihood; null = the scores fit without error, it has no lower bound. */
export type RemlFit = MixedFit & {
  readonly deviance: number | null;
  /** A variance component was estimated as 0. */
  readonly singular: boolean;
};

export type MixedRefusal =
  | RatingsRefusal
  /** Fewer than two of them, or each has one review only: their variance cannot be told from the error. */
  | { readonly kind: "not_identified"; readonly side: "application" | "reviewer" }
  /** A panel has more applications and more reviewers than `largest`. */
  | { readonly kind: "panel_too_large"; readonly largest: number }
  | { readonly kind: "not_solved" };

/** The smaller side of a panel up to which REML is run: beyond, a search takes many minutes. */
const largestRemlPanel = 3000;

/** Ratios below it count as 0. */
const practicallyZero = 1e-8;

/**
 * Estimates y = mu + f_i + b_j + e with f, b, e normal by REML: variance components, mean, and predicted effects (BLUP) of
 * applications and reviewers. Scores without any variation give variances 0 and effects 0; scores that fit exactly give a residual
 * variance of 0. Refuses what MixedRefusal says.
 * Source: SELECTION D3; Platt & Burges 2012; Ge, Welling & Ghahramani 2013; Bates et al. 2015 for the criterion.
 */
export function estimateMixedSeverity(ratings: readonly Rating[]): Result<RemlFit, MixedRefusal> {
  const problem = ratingsProblem(ratings);
  if (problem) return refuse(problem);
  const raw = crossRatings(ratings);
  for (const side of ["application", "reviewer"] as const) {
    const people = side === "application" ? raw.applications.length : raw.reviewers.length;
    if (people < 2 || people === ratings.length) return refuse({ kind: "not_identified", side });
  }
  const middle = raw.score.reduce((sum, score) => sum + score, 0) / raw.score.length;
  const scale = deviation(raw.score, middle);
  const design: CrossedDesign = { ...raw, score: raw.score.map((score) => (scale > 0 ? (score - middle) / scale : 0)) };
  const panels = arrangePanels(design);
  if (largestKept(panels) > largestRemlPanel) return refuse({ kind: "panel_too_large", largest: largestRemlPanel });

  if (scale === 0) {
    const flat = solveMixed(panels, { application: 0, reviewer: 0 });
    return flat ? done(flatFit(design, flat, middle)) : refuse({ kind: "not_solved" });
  }
  const exact = fitsExactly(design);
  const optimum: Optimum | null = exact ? minimiseWithoutResidual(panels) : minimiseReml(panels);
  if (!optimum) return refuse({ kind: "not_solved" });
  const { ratios, residual, solution } = optimum;
  const unit = residual * scale * scale;
  const fit = describeMixed(design, {
    solution: inPoints(solution, { middle, scale }),
    unit,
    variances: {
      application: ratios.application * unit,
      reviewer: ratios.reviewer * unit,
      residual: exact ? 0 : unit,
    },
  });
  return done({
    ...fit,
    deviance: optimum.deviance === null ? null : optimum.deviance + 2 * (ratings.length - 1) * Math.log(scale),
    singular: exact || ratios.application < practicallyZero || ratios.reviewer < practicallyZero,
  });
}

type Optimum = Omit<RemlOptimum, "deviance"> & { readonly deviance: number | null };

function deviation(scores: Float64Array, middle: number): number {
  const [first = 0] = scores;
  // Equal scores have no variation, whatever rounding says of their mean.
  if (scores.every((score) => score === first)) return 0;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - middle) ** 2, 0) / scores.length);
}

function inPoints(
  solution: MixedSolution,
  { middle, scale }: { readonly middle: number; readonly scale: number },
): MixedSolution {
  return {
    ...solution,
    mean: middle + scale * solution.mean,
    application: solution.application.map((effect) => effect * scale),
    reviewer: solution.reviewer.map((effect) => effect * scale),
  };
}

function flatFit(design: CrossedDesign, solution: MixedSolution, middle: number): RemlFit {
  const variances = { application: 0, reviewer: 0, residual: 0 };
  const described = describeMixed(design, { solution: inPoints(solution, { middle, scale: 0 }), variances, unit: 0 });
  return { ...described, deviance: null, singular: true };
}

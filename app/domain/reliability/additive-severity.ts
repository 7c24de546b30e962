import { done, refuse, type Result } from "#app/domain/result.ts";
import { estimatePanel, type PanelEffects } from "./additive-panel.ts";
import { crossRatings, type CrossedDesign, type Rating } from "./algebra/crossed-design.ts";

/** `severity` in points: above 0 = marks higher than the panel's mean reviewer. Standard errors null = undefined (no spare reviews). */
export type ReviewerEffect = {
  readonly reviewer: string;
  readonly panel: number;
  readonly reviews: number;
  readonly severity: number;
  readonly standardError: number | null;
};

/** `adjusted` = the score that the panel's mean reviewer would have given, in points. */
export type ApplicationEffect = {
  readonly application: string;
  readonly panel: number;
  readonly reviews: number;
  readonly adjusted: number;
  readonly standardError: number | null;
};

export type AdditiveFit = {
  readonly applications: readonly ApplicationEffect[];
  readonly reviewers: readonly ReviewerEffect[];
  /** Adjusted scores compare inside a panel only; more than one = say so. */
  readonly panels: number;
  readonly residualSumOfSquares: number;
  readonly residualDegrees: number;
  /** Residual standard deviation over all panels; null = no spare reviews. */
  readonly sigma: number | null;
};

export type AdditiveRefusal = { readonly kind: "score_not_finite" } | { readonly kind: "not_solved" };

/**
 * Least squares of score = application + reviewer, the reviewers' effects summing to zero inside every panel (connected
 * component of the application-reviewer graph). Up to 3,000 reviewers a panel exactly (Cholesky), with standard errors; above
 * by conjugate gradients without them. Noisy below about 8 reviews a reviewer. No reviews: empty lists.
 * Refuses a score that is not finite, and a panel that conjugate gradients do not solve.
 * Source: SELECTION D1; Kuhlisch et al. 2016; Roos, Rothe & Scheuermann 2011.
 */
export function estimateAdditiveSeverity(ratings: readonly Rating[]): Result<AdditiveFit, AdditiveRefusal> {
  if (!ratings.every(({ score }) => Number.isFinite(score))) return refuse({ kind: "score_not_finite" });
  const design = crossRatings(ratings);
  const panels: PanelEffects[] = [];
  for (const panel of design.panels) {
    const effects = estimatePanel(design, panel);
    if (!effects) return refuse({ kind: "not_solved" });
    panels.push(effects);
  }
  return done(fitOf(design, panels));
}

function fitOf(design: CrossedDesign, panels: readonly PanelEffects[]): AdditiveFit {
  const residualSumOfSquares = panels.reduce((sum, panel) => sum + panel.residualSumOfSquares, 0);
  const parameters = design.applications.length + design.reviewers.length - panels.length;
  const residualDegrees = design.score.length - parameters;
  const sigma = residualDegrees > 0 ? Math.sqrt(residualSumOfSquares / residualDegrees) : null;
  const errorOf = (variance: number | undefined): number | null =>
    sigma === null || variance === undefined ? null : sigma * Math.sqrt(Math.max(0, variance));

  const applications: ApplicationEffect[] = [];
  const reviewers: ReviewerEffect[] = [];
  panels.forEach(({ table, adjusted, severity, variances }, panel) => {
    table.absorbedPeople.forEach((person, at) => {
      applications[person] = {
        application: design.applications[person] ?? "",
        panel,
        reviews: table.absorbedCounts[at] ?? 0,
        adjusted: adjusted[at] ?? 0,
        standardError: errorOf(variances?.absorbed[at]),
      };
    });
    table.keptPeople.forEach((person, at) => {
      reviewers[person] = {
        reviewer: design.reviewers[person] ?? "",
        panel,
        reviews: table.keptCounts[at] ?? 0,
        severity: severity[at] ?? 0,
        standardError: errorOf(variances?.kept[at]),
      };
    });
  });
  return { applications, reviewers, panels: panels.length, residualSumOfSquares, residualDegrees, sigma };
}

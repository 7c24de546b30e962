import type { CriteriaReview } from "#app/domain/reliability/rasch-data.ts";
import { estimateRaschSeverity, type RaschFit } from "#app/domain/reliability/rasch-severity.ts";
import { chance, sum } from "./dense-reference.ts";

export function fitOf(reviews: readonly CriteriaReview[]): RaschFit {
  const fit = estimateRaschSeverity(reviews);
  if (!fit.ok) throw new Error(JSON.stringify(fit.refusal));
  return fit.value;
}

export type World = {
  readonly applications: number;
  readonly each: number;
  readonly spread: number;
  readonly severities: readonly number[];
  /** By criterion: ln(P_k / P_(k-1)) = ability - threshold k - severity. */
  readonly thresholds: readonly (readonly number[])[];
};

/** Of every category, written without the product's curves. */
export function probabilities(location: number, thresholds: readonly number[]): readonly number[] {
  const numerators = [1];
  for (const threshold of thresholds) numerators.push(numerators.at(-1)! * Math.exp(location - threshold));
  return numerators.map((value) => value / sum(numerators));
}

/** Reviews that follow the model. */
export function simulate(world: World, seed: number): readonly CriteriaReview[] {
  const { uniform, normal } = chance(seed);
  return Array.from({ length: world.applications }, (_, application) => {
    const ability = world.spread * normal();
    return Array.from({ length: world.each }, (__, turn) => {
      const reviewer = (application + turn * (1 + (application % 3))) % world.severities.length;
      const scores = world.thresholds.map((thresholds) => {
        let left = uniform();
        const chances = probabilities(ability - world.severities[reviewer]!, thresholds);
        return Math.max(
          0,
          chances.findIndex((chance) => (left -= chance) < 0),
        );
      });
      return { application: `a${application}`, reviewer: `r${reviewer}`, scores };
    });
  }).flat();
}

/** The true values behind the simulated reviews. */
export const world: World = {
  applications: 500,
  each: 3,
  spread: 1.3,
  severities: [-1, -0.5, -0.2, 0, 0.3, 0.5, 0.9],
  thresholds: [
    [-1.5, 0.2, 1.6],
    [-1, 0.1],
    [-0.5, 0.4, 0.9],
  ],
};
export function severityOf({ reviewers }: RaschFit, reviewer: string): number {
  return reviewers.find((item) => item.reviewer === reviewer)!.severity;
}

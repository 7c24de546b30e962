import { multiply, sum, type Rational } from "#app/domain/exact/rational.ts";

/**
 * What earlier stages are worth at the end (SELECTION B8): each stage's published weight, so that the final score is
 * Σ weight × stage score; or `reset`, where only the last stage counts.
 */
export type CarryOver = "reset" | { readonly weights: Readonly<Record<string, Rational>> };

/** One person's scores in the stages, first to last; null where the person did not stand. */
export type StageScores = readonly { readonly stage: string; readonly score: Rational | null }[];

/**
 * The final score over all stages, exactly; null for who was absent in one of them: absent is not qualified, whatever the
 * weight. Throws where a stage has no weight.
 */
export function finalScore(carryOver: CarryOver, stages: StageScores): Rational | null {
  const last = stages.at(-1);
  const weighted = stages.map(({ stage, score }) => {
    const weight = carryOver === "reset" ? (stage === last?.stage ? one : none) : carryOver.weights[stage];
    if (weight === undefined) throw new RangeError(`no weight for stage ${stage}`);
    return score && multiply(weight, score);
  });
  return weighted.includes(null) ? null : sum(weighted.flatMap((part) => part ?? []));
}

const one: Rational = { numerator: 1n, denominator: 1n };
const none: Rational = { numerator: 0n, denominator: 1n };

import { normalCdf } from "./distribution/normal.ts";

/** The cut between the last application inside and the first outside, half-way. Source: SELECTION D7 (c). */
export function cutMidpoint(lastInside: number, firstOutside: number): number {
  return (lastInside + firstOutside) / 2;
}

/** An application's estimated quality with its standard error (0 or more), and the cut, all in score units. */
export type EstimateAtCut = {
  readonly estimate: number;
  readonly standardError: number;
  readonly cut: number;
  readonly higherIsBetter: boolean;
};

/**
 * The model-based probability of being on the better side of the cut, Φ((f − c) / s) with f and s of the mixed model.
 * null where it is undefined (no standard error and exactly on the cut). Source: SELECTION D7 (c).
 */
export function modelProbability({ estimate, standardError, cut, higherIsBetter }: EstimateAtCut): number | null {
  const distance = higherIsBetter ? estimate - cut : cut - estimate;
  const probability = normalCdf(distance / standardError);
  return Number.isNaN(probability) ? null : probability;
}

/** What a probability of being selected says, as a code. Grey: a further review is advised BEFORE the scores are locked. */
export type CutSide = "inside" | "grey" | "outside";

/** Grey strictly between 0.05 and 0.95. Source: SELECTION D7. */
export function cutSide(probability: number): CutSide {
  if (probability >= 0.95) return "inside";
  return probability <= 0.05 ? "outside" : "grey";
}

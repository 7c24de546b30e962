import { leastCommonMultiple } from "#app/domain/exact/common-denominator.ts";
import type { Rational } from "#app/domain/exact/rational.ts";
import { toWholeUnits } from "./whole-units.ts";

/**
 * A whole selection, quotas and all, as the sensitivity analyses re-run it: they hand in, for every application by its number,
 * the numbers of the reviews that count in this run (one may occur twice, none at all is possible) and get back the numbers of
 * the applications that are selected. Must depend on nothing else.
 */
export type SelectionRule = (reviewsOf: readonly (readonly number[])[]) => ReadonlySet<number>;

/** Every review once: the selection as it is. */
export function allReviews(reviewCounts: readonly number[]): readonly (readonly number[])[] {
  return reviewCounts.map((count) => Array.from({ length: count }, (_, review) => review));
}

/** Exact scores of every application in merit order (which decides ties), and how many are selected by the better mean. */
export type MeanCut = {
  readonly reviews: readonly (readonly Rational[])[];
  readonly select: number;
  readonly higherIsBetter: boolean;
};

/** The plain rule "the `select` best means". An application without reviews in a run drops out of it. */
export function selectByMean({ reviews, select, higherIsBetter }: MeanCut): SelectionRule {
  const meritOf = meritFrom(reviews, higherIsBetter);
  return (reviewsOf) => {
    const merits = reviewsOf.map((chosen, number) => meritOf(number, chosen));
    const ordered = reviewsOf.flatMap((chosen, number) => (chosen.length > 0 ? [number] : []));
    // A stable sort keeps the merit order within equal means.
    ordered.sort((left, right) => {
      const [own, other] = [merits[left] ?? 0, merits[right] ?? 0];
      return own > other ? -1 : own < other ? 1 : 0;
    });
    return new Set(ordered.slice(0, Math.max(0, select)));
  };
}

/** The mean of the chosen reviews of an application on one whole-number scale for all; more is better; 0 for none. */
type MeritOf = (number: number, chosen: readonly number[]) => number | bigint;

function meritFrom(reviews: MeanCut["reviews"], higherIsBetter: boolean): MeritOf {
  const { units } = toWholeUnits(reviews);
  const most = reviews.reduce((longest, { length }) => Math.max(longest, length), 0);
  const common = leastCommonMultiple(Array.from({ length: most }, (_, index) => BigInt(index + 1)));
  const merits = units.map((scores) => scores.map((score) => score * (higherIsBetter ? common : -common)));

  const limit = BigInt(Number.MAX_SAFE_INTEGER) / BigInt(Math.max(1, most));
  if (merits.every((scores) => scores.every((merit) => merit <= limit && merit >= -limit))) {
    const numbers = merits.map((scores) => scores.map(Number));
    return (number, chosen) => {
      let sum = 0;
      for (const review of chosen) sum += numbers[number]?.[review] ?? 0;
      return chosen.length === 0 ? 0 : sum / chosen.length;
    };
  }
  return (number, chosen) => {
    const sum = chosen.reduce((total, review) => total + (merits[number]?.[review] ?? 0n), 0n);
    return chosen.length === 0 ? 0n : sum / BigInt(chosen.length);
  };
}

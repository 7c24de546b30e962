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
  const { units } = toWholeUnits(reviews);
  const sizes = new Set(reviews.flatMap((scores) => scores.map((_, at) => BigInt(at + 1))));
  const common = leastCommonMultiple([...sizes]);
  return (reviewsOf) => {
    const means = reviewsOf.flatMap((chosen, number) => {
      if (chosen.length === 0) return [];
      const sum = chosen.reduce((total, review) => total + (units[number]?.[review] ?? 0n), 0n);
      return [{ number, merit: (sum * (higherIsBetter ? common : -common)) / BigInt(chosen.length) }];
    });
    // A stable sort keeps the merit order within equal means.
    const ordered = means.toSorted((left, right) => (left.merit > right.merit ? -1 : left.merit < right.merit ? 1 : 0));
    return new Set(ordered.slice(0, Math.max(0, select)).map(({ number }) => number));
  };
}

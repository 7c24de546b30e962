import { compare, rational, type Rational } from "#app/domain/exact/rational.ts";
import { toWholeUnits } from "./whole-units.ts";

/** Every mean that r reviews drawn with replacement from r reviews can have, ascending, and in how many of the r^r ways. */
export type ResampledMeans = {
  readonly outcomes: readonly { readonly mean: Rational; readonly ways: bigint }[];
  readonly ways: bigint;
};

/**
 * The exact bootstrap of the mean of one application: all r^r resamples, counted by their sums. With one review there is one
 * outcome, which says nothing about uncertainty. Refuses (RangeError) an empty list. Source: SELECTION D7 (a); Efron 1979.
 */
export function resampledMeans(reviews: readonly Rational[]): ResampledMeans {
  const { perOne, units } = toWholeUnits([reviews]);
  const denominator = perOne * BigInt(reviews.length);
  const outcomes = resampledSums(units[0] ?? []).map(([sum, ways]) => ({ mean: rational(sum, denominator), ways }));
  return { outcomes, ways: waysOf(reviews.length) };
}

/** The sums of all resamples of whole numbers with the number of ways, ascending. Refuses (RangeError) an empty list. */
export function resampledSums(values: readonly bigint[]): readonly (readonly [sum: bigint, ways: bigint])[] {
  if (values.length === 0) throw new RangeError("an application without reviews cannot be resampled");
  let sums = new Map<bigint, bigint>([[0n, 1n]]);
  for (let draw = 0; draw < values.length; draw += 1) {
    const next = new Map<bigint, bigint>();
    for (const [sum, ways] of sums) {
      for (const value of values) next.set(sum + value, (next.get(sum + value) ?? 0n) + ways);
    }
    sums = next;
  }
  return [...sums].toSorted(([left], [right]) => (left < right ? -1 : 1));
}

/** The number of resamples of r reviews: r^r (27 for 3, 256 for 4, 3,125 for 5). */
export function waysOf(reviews: number): bigint {
  return BigInt(reviews) ** BigInt(reviews);
}

/** P(mean* reaches the cut), the cut included: at least the cut, or at most where lower scores are better. Between 0 and 1. */
export function probabilityOfReaching(
  { outcomes, ways }: ResampledMeans,
  { cut, higherIsBetter }: { readonly cut: Rational; readonly higherIsBetter: boolean },
): Rational {
  const sign = higherIsBetter ? 1 : -1;
  const reaching = outcomes.filter(({ mean }) => sign * compare(mean, cut) >= 0);
  return rational(
    reaching.reduce((sum, outcome) => sum + outcome.ways, 0n),
    ways,
  );
}

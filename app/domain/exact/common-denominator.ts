import { rational, rationalOf } from "#app/domain/exact/rational.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** What decides how fine the grid of all possible scores of one competition is. */
export type ScoreGrid = {
  /** `max`: the criterion's maximum in whole units of the finest score (100 points in tenths: 1000); `weight`: whole. */
  readonly criteria: readonly { readonly max: number; readonly weight: number }[];
  /** The largest number of reviews that can enter one mean, 1 or more. */
  readonly mostReviews: number;
  readonly usesMedian: boolean;
  /** Decimals that bonus points and other adjustments may have, 0 to 6. */
  readonly adjustmentDecimals: number;
  /** Exact text, 0 or more. */
  readonly largestBonus: string;
};

/** How numerators are held: doubles holding integers up to 2^53 − 1, 64-bit signed integers, or integers of any size. */
export type Representation = "float64" | "bigint64" | "bigint";

/** Every score is a whole numerator over `denominator`, none larger than `bound`. */
export type CommonDenominator = {
  readonly denominator: bigint;
  readonly bound: bigint;
  readonly representation: Representation;
};

export type GridRefusal = { readonly reason: "needs_bigint"; readonly bound: string };

const largestExactDouble = 2n ** 53n - 1n;
const largestSigned64 = 2n ** 63n - 1n;

/**
 * The one denominator of all scores of a competition: D = lcm(maxima) · lcm(1..R) · (2 if medians) · 10^p, the bound
 * B = (sum of weights + largest bonus) · D rounded up, and the smallest representation that holds B (SELECTION A1).
 * Refuses when BigInt is not allowed and B is above 2^53 − 1. Throws on numbers that are not whole or out of range.
 */
export function commonDenominator(
  grid: ScoreGrid,
  { allowsBigInt = true }: { readonly allowsBigInt?: boolean } = {},
): Result<CommonDenominator, GridRefusal> {
  const maxima = grid.criteria.map(({ max }) => whole(max, 1));
  const weights = grid.criteria.reduce((all, { weight }) => all + whole(weight, 0), 0n);
  const reviews = leastCommonMultiple(upTo(whole(grid.mostReviews, 1)));
  const adjustment = 10n ** whole(grid.adjustmentDecimals, 0);
  const denominator = leastCommonMultiple(maxima) * reviews * (grid.usesMedian ? 2n : 1n) * adjustment;

  const bonus = rationalOf(grid.largestBonus);
  if (bonus.numerator < 0n) throw new RangeError("the largest bonus is below zero");
  const bound = weights * denominator + roundedUp(bonus.numerator * denominator, bonus.denominator);
  const representation = representationOf(bound);
  if (!allowsBigInt && representation !== "float64") return refuse({ reason: "needs_bigint", bound: bound.toString() });
  return done({ denominator, bound, representation });
}

/** The smallest representation in which every whole number from −bound to bound is exact. */
export function representationOf(bound: bigint): Representation {
  if (bound <= largestExactDouble) return "float64";
  return bound <= largestSigned64 ? "bigint64" : "bigint";
}

/** The least whole number above zero that every one of `values` (1 or more) divides; 1 for none. */
export function leastCommonMultiple(values: readonly bigint[]): bigint {
  // p/q in lowest terms: the numerator is all / gcd(all, value).
  return values.reduce((all, value) => value * rational(all, value).numerator, 1n);
}

function upTo(last: bigint): readonly bigint[] {
  return Array.from({ length: Number(last) }, (_, index) => BigInt(index + 1));
}

function roundedUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

function whole(value: number, least: number): bigint {
  if (Number.isSafeInteger(value) && value >= least) return BigInt(value);
  throw new RangeError(`${value} is not a whole number of ${least} or more`);
}

import { leastCommonMultiple } from "#app/domain/exact/common-denominator.ts";
import type { Rational } from "#app/domain/exact/rational.ts";

/** Scores as whole multiples of 1 / `perOne`, so that sums are integers. */
export type WholeUnits = { readonly perOne: bigint; readonly units: readonly (readonly bigint[])[] };

/** Brings lists of exact scores over their least common denominator. */
export function toWholeUnits(lists: readonly (readonly Rational[])[]): WholeUnits {
  const perOne = leastCommonMultiple(lists.flat().map(({ denominator }) => denominator));
  const units = lists.map((list) => list.map(({ numerator, denominator }) => numerator * (perOne / denominator)));
  return { perOne, units };
}

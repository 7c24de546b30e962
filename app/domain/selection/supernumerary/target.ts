import { compare, multiply, rational, zero, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo } from "#app/domain/exact/rounding.ts";

/** A share of the planned number that should pass from one group, by people above the plan if need be. */
export type SupernumeraryTarget = {
  readonly group: string;
  /** 0 to 1: 3/10 for 30 percent. */
  readonly share: Rational;
  /** What becomes of a part of a person in share × planned: dropped, or rounded by half. */
  readonly rounding: "floor" | "half_up";
  /** Points below the pass line, 0 or more, down to which people can be added; the line itself is included. */
  readonly within: Rational;
};

const one = rational(1n);

/**
 * How many of the group should pass: share × planned, rounded as announced. `planned` is a whole number, 0 or more. Refuses, with
 * a RangeError, a share outside 0 to 1 and a negative number of points. Source: SELECTION B6.
 */
export function goalOf({ group, share, rounding, within }: SupernumeraryTarget, planned: number): number {
  if (compare(share, zero) < 0 || compare(share, one) > 0)
    throw new RangeError(`the share of "${group}" is not 0 to 1`);
  if (compare(within, zero) < 0) throw new RangeError(`the points of "${group}" are below 0`);
  return Number(roundTo(multiply(share, rational(BigInt(planned))), { scale: 0, mode: rounding }).numerator);
}

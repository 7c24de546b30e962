import { rationalOf } from "#app/domain/exact/rational.ts";
import { toDecimalString, toExactString } from "#app/domain/exact/rounding.ts";

/** Exact text as people read it; where no short decimal says it, four decimals cut off and "…". */
export function shownNumber(exact: string): string {
  const value = rationalOf(exact);
  const short = toExactString(value);
  return short.includes("/") ? `${toDecimalString(value, 4, "down")}…` : short;
}

/** For drawing only: where a value lies between 0 and the largest, as a share. */
export function shareOf(exact: string, largest: string): number {
  const [value, whole] = [rationalOf(exact), rationalOf(largest)];
  const share = Number((value.numerator * whole.denominator * 10_000n) / (value.denominator * whole.numerator || 1n));
  return Math.min(1, Math.max(0, share / 10_000));
}

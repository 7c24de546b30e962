import { rational, toFractionString, type Rational } from "#app/domain/exact/rational.ts";

/** General Decimal Arithmetic names. half_up, half_down, up and down go by magnitude; floor and ceiling by sign. */
export const roundingModes = ["half_up", "half_down", "half_even", "up", "down", "floor", "ceiling"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** `scale` decimals are kept, 0 or more. */
export type Rounding = { readonly scale: number; readonly mode: RoundingMode };

/** The nearest multiple of 10^-scale by the mode (87.335 -> 87.34 half_up at two decimals). */
export function roundTo(value: Rational, { scale, mode }: Rounding): Rational {
  return rational(roundedUnits(value, { scale, mode }), 10n ** BigInt(scale));
}

/** Rounds and writes with exactly `places` decimals: 82 -> "82.00". Zero never carries a sign. */
export function toDecimalString(value: Rational, places: number, mode: RoundingMode): string {
  return decimalOfUnits(roundedUnits(value, { scale: places, mode }), places);
}

/** Whole multiples of 10^-places written with exactly `places` decimals: 8200 at two -> "82.00". */
export function decimalOfUnits(units: bigint | number, places: number): string {
  const digits = (units < 0 ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0 ? "-" : "";
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** The shortest decimal when at most six decimals say it exactly, else "p/q": parseRational reads both back. */
export function toExactString(value: Rational): string {
  for (let places = 0; places <= 6; places += 1) {
    if (10n ** BigInt(places) % value.denominator === 0n) return toDecimalString(value, places, "down");
  }
  return toFractionString(value);
}

/** How many times 10^-scale the rounded value is; the fraction need not be in lowest terms. */
export function roundedUnits(value: Rational, { scale, mode }: Rounding): bigint {
  const negative = value.numerator < 0n;
  const magnitude = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(scale);
  const quotient = magnitude / value.denominator;
  const rest = magnitude % value.denominator;
  const half = 2n * rest - value.denominator;
  const away = rest !== 0n && goesAway(mode, { half, odd: quotient % 2n === 1n, negative });
  const rounded = away ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

type Remainder = { readonly half: bigint; readonly odd: boolean; readonly negative: boolean };

function goesAway(mode: RoundingMode, { half, odd, negative }: Remainder): boolean {
  switch (mode) {
    case "half_up":
      return half >= 0n;
    case "half_down":
      return half > 0n;
    case "half_even":
      return half > 0n || (half === 0n && odd);
    case "up":
      return true;
    case "down":
      return false;
    case "floor":
      return negative;
    case "ceiling":
      return !negative;
  }
}

import { done, refuse, type Result } from "#app/domain/result.ts";

/** An exact fraction in lowest terms; the denominator is positive. Made only by the functions of this file. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const hundred: Rational = { numerator: 100n, denominator: 1n };

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/;
const tooManyDecimals = /\.\d{7}/;
const fractionPattern = /^(-?\d+)\/(\d+)$/;

/** The fraction numerator / denominator in lowest terms. Throws on a zero denominator: nobody divides by data here. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator other than zero");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator));
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/**
 * Reads a plain decimal string of any length, exactly (SELECTION A1 without its limit on decimals).
 * Refuses exponents, NaN, separators, a leading plus, spaces, and whatever is not text: a binary float has lost digits.
 */
export function parseDecimal(text: string): Result<Rational, "not_a_number"> {
  const decimal = typeof text === "string" ? decimalPattern.exec(text) : null;
  if (!decimal) return refuse("not_a_number");
  const [, minus, whole = "", decimals = ""] = decimal;
  const magnitude = rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return done(minus ? negate(magnitude) : magnitude);
}

/**
 * Reads a decimal string with at most six decimals, or "p/q" (SELECTION A1).
 * Refuses what parseDecimal refuses, and a zero denominator.
 */
export function parseRational(text: string): Result<Rational, "not_a_number"> {
  if (tooManyDecimals.test(text)) return refuse("not_a_number");
  const decimal = parseDecimal(text);
  if (decimal.ok) return decimal;
  const fraction = fractionPattern.exec(text);
  const [, numerator = "", denominator = ""] = fraction ?? [];
  if (!fraction || BigInt(denominator) === 0n) return refuse("not_a_number");
  return done(rational(BigInt(numerator), BigInt(denominator)));
}

/** As parseRational, for text that our own code wrote or checked: throws a RangeError on anything else. */
export function rationalOf(text: string): Rational {
  const parsed = parseRational(text);
  if (!parsed.ok) throw new RangeError(`not an exact number: ${String(text).slice(0, 40)}`);
  return parsed.value;
}

/** The decimal that a JSON number was written as; throws where its text needs an exponent or more than six decimals. */
export function rationalFromNumber(value: number): Rational {
  return rationalOf(String(value));
}

/** The value with the other sign; exact. Source: SELECTION A1. */
export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

/** The exact sum, in lowest terms. Source: SELECTION A1. */
export function add(left: Rational, right: Rational): Rational {
  const numerator = left.numerator * right.denominator + right.numerator * left.denominator;
  return rational(numerator, left.denominator * right.denominator);
}

/** The exact difference left − right, in lowest terms. Source: SELECTION A1. */
export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

/** The exact product, in lowest terms. Source: SELECTION A1. */
export function multiply(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws when `right` is zero. */
export function divide(left: Rational, right: Rational): Rational {
  return rational(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** Negative when left is smaller, 0 when equal, positive when larger: fit for sort. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum; 0 of nothing. Source: SELECTION A1. */
export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero);
}

/** The arithmetic mean; throws on an empty list. */
export function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length)));
}

/** The smallest whole number that is not below `value` (a count of seats or people; must fit a JS integer). */
export function ceilingOf(value: Rational): number {
  const quotient = value.numerator / value.denominator;
  const above = value.numerator > 0n && value.numerator % value.denominator !== 0n;
  return Number(above ? quotient + 1n : quotient);
}

/** Always "p/q" in lowest terms, also for whole numbers ("60/1"). */
export function toFractionString(value: Rational): string {
  return `${value.numerator}/${value.denominator}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

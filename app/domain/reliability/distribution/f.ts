import { logGamma } from "./gamma.ts";

/** The two degrees of freedom of an F distribution; both above 0, not necessarily whole. */
export type FDegrees = { readonly numerator: number; readonly denominator: number };

/**
 * The probability that an F value is at most `value` (≥ 0), between 0 and 1. NaN for degrees of freedom that are not above 0.
 * Source: Abramowitz & Stegun 1964, 26.6.2 (by the incomplete beta function).
 */
export function fCdf(value: number, { numerator, denominator }: FDegrees): number {
  if (!(numerator > 0) || !(denominator > 0) || !(value >= 0)) return Number.NaN;
  if (value === Number.POSITIVE_INFINITY) return 1;
  const scaled = numerator * value;
  return incompleteBeta(scaled / (scaled + denominator), denominator / (scaled + denominator), {
    a: numerator / 2,
    b: denominator / 2,
  });
}

/**
 * The value with fCdf(value) = probability, for 0 < probability < 1; NaN elsewhere. Found by halving on the logarithm, so that
 * it also holds for very large values (few degrees of freedom), up to about 1e300.
 */
export function fQuantile(probability: number, degrees: FDegrees): number {
  if (!(probability > 0 && probability < 1) || !(degrees.numerator > 0) || !(degrees.denominator > 0))
    return Number.NaN;
  let [low, high] = [-690, 690];
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (fCdf(Math.exp(middle), degrees) < probability) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** I_x(a, b); `rest` is 1 − x, handed in because it keeps more digits than the subtraction. A&S 26.5, Lentz's method. */
function incompleteBeta(x: number, rest: number, { a, b }: { readonly a: number; readonly b: number }): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, { a, b })) / a
    : 1 - (front * betaFraction(rest, { a: b, b: a })) / b;
}

function betaFraction(x: number, { a, b }: { readonly a: number; readonly b: number }): number {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

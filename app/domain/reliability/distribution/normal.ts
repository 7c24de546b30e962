import { lowerGamma, upperGamma } from "./gamma.ts";

/**
 * Φ(z), the probability that a standard normal value is at most z: between 0 and 1, about 14 correct digits also in the lower
 * tail. NaN for NaN. Source: Abramowitz & Stegun 1964, 7.1 and 26.2 (Φ by the incomplete gamma function).
 */
export function normalCdf(z: number): number {
  const half = (z * z) / 2;
  return z < 0 ? upperGamma(0.5, half) / 2 : (1 + lowerGamma(0.5, half)) / 2;
}

/**
 * The z with Φ(z) = probability, for 0 < probability < 1; −∞ at 0, +∞ at 1, NaN elsewhere. `normalQuantile(0.975)` = 1.959964.
 * Found by halving an interval, so it is the inverse of `normalCdf` to the last digits.
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability === 0) return Number.NEGATIVE_INFINITY;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  // Above one half 1 − p keeps no digits of a small tail, so the lower half is searched and mirrored.
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let [low, high] = [-40, 0];
  for (let step = 0; step < 64; step += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

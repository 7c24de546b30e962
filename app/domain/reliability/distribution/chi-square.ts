import { upperGamma } from "./gamma.ts";

/**
 * The probability that a chi-square value with `degrees` degrees of freedom (> 0) is at least `value` (≥ 0): the p-value of a
 * chi-square test. NaN outside these ranges. Source: Abramowitz & Stegun 1964, 26.4.
 */
export function chiSquareUpperTail(value: number, degrees: number): number {
  return upperGamma(degrees / 2, value / 2);
}

import type { Rational } from "#app/domain/exact/rational.ts";

/** An exact probability (0 to 1) as the nearest number, also where numerator and denominator are beyond the range of numbers. */
export function probabilityNumber({ numerator, denominator }: Rational): number {
  const scale = 2n ** 1000n;
  return Number((numerator * scale) / denominator) / Number(scale);
}

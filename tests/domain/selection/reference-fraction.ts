/** Fractions for the reference: a numerator over a positive denominator, never reduced, so that nothing is shared with the engine. */
export type Fraction = readonly [bigint, bigint];

export function read(text: string): Fraction {
  const [top = "", bottom] = text.split("/");
  if (bottom !== undefined) return [BigInt(top), BigInt(bottom)];
  const [whole = "", decimals = ""] = top.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

export function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d + c * b, b * d];
}

export function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

export function over([a, b]: Fraction, count: number): Fraction {
  return [a, b * BigInt(count)];
}

export function isLess([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d < c * b;
}

/** For values from 0 up only: there floor is down and ceiling is up. */
export function rounded([a, b]: Fraction, scale: number, mode: string): Fraction {
  const unit = 10n ** BigInt(scale);
  const below = (a * unit) / b;
  const twiceRest = 2n * (a * unit - below * b);
  if (mode === "down" || mode === "floor") return [below, unit];
  if (mode === "up" || mode === "ceiling") return [twiceRest > 0n ? below + 1n : below, unit];
  if (mode === "half_up") return [twiceRest >= b ? below + 1n : below, unit];
  if (mode === "half_down") return [twiceRest > b ? below + 1n : below, unit];
  if (mode !== "half_even") throw new Error(`no mode ${mode}`);
  if (twiceRest === b) return [below % 2n === 0n ? below : below + 1n, unit];
  return [twiceRest > b ? below + 1n : below, unit];
}

/** The smallest whole number that is not below a value from 0 up. */
export function upTo([a, b]: Fraction): number {
  let whole = 0;
  while (BigInt(whole) * b < a) whole += 1;
  return whole;
}

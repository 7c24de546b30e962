/** A decimal of a definition (at most six digits behind the point) in millionths, exactly. */
export function millionths(value: number): bigint {
  const [whole = "0", rest = ""] = String(Math.abs(value)).split(".");
  const scaled = BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, "0"));
  return value < 0 ? -scaled : scaled;
}

export function sumInMillionths(values: readonly number[]): bigint {
  return values.reduce((sum, value) => sum + millionths(value), 0n);
}

/** Millionths as people write them: 1500000 is 1.5. */
export function asDecimal(value: bigint): string {
  const digits = String(value).padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
}

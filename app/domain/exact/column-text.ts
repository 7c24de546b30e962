import type { NumberColumn } from "#app/domain/exact/number-column.ts";
import { rational } from "#app/domain/exact/rational.ts";
import { decimalOfUnits, toExactString } from "#app/domain/exact/rounding.ts";

const millionths = 1_000_000n;

/** Says each person's number as toExactString does: the shortest decimal of at most six decimals, else "p/q". */
export function exactTexts({ numerators, denominator, bound }: NumberColumn): (person: number) => string {
  const inMillionths = millionths % denominator === 0n ? millionths / denominator : 0n;
  const fitsDoubles = inMillionths > 0n && bound * inMillionths <= BigInt(Number.MAX_SAFE_INTEGER);
  if (!fitsDoubles) return (person) => toExactString(rational(BigInt(numerators[person] ?? 0), denominator));
  const times = Number(inMillionths);
  return (person) => shortestDecimal(Number(numerators[person]) * times);
}

function shortestDecimal(millionthParts: number): string {
  const magnitude = Math.abs(millionthParts);
  const rest = magnitude % 1_000_000;
  const whole = `${millionthParts < 0 ? "-" : ""}${(magnitude - rest) / 1_000_000}`;
  if (rest === 0) return whole;
  return `${whole}.${String(rest).padStart(6, "0").replace(/0+$/, "")}`;
}

/** Says each person's number, a whole multiple of 10^−places, with exactly `places` decimals: 82 → "82.00". */
export function fixedTexts({ numerators }: NumberColumn, places: number): (person: number) => string {
  return (person) => decimalOfUnits(numerators[person] ?? 0, places);
}

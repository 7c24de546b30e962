import { z } from "zod";
import { multiply, rational, type Rational } from "#app/domain/exact/rational.ts";
import { roundingModes, toDecimalString } from "#app/domain/exact/rounding.ts";
import { exactNumber } from "./scoring-input.ts";

const roundingCase = z.object({
  vectors: z.array(z.object({ id: z.string(), value: exactNumber, places: z.int(), mode: z.enum(roundingModes) })),
});
type Vector = Omit<z.output<typeof roundingCase>["vectors"][number], "id">;

/** Each value at its places by its mode, as text with exactly so many decimals. */
export function answerDecimalRounding(given: unknown): unknown {
  const { vectors } = roundingCase.parse(given);
  return { results: Object.fromEntries(vectors.map(({ id, ...vector }) => [id, roundedText(vector)])) };
}

/** Places below zero are tens, hundreds …: the text then ends with so many zeros. */
function roundedText({ value, places, mode }: Vector): string {
  const exact = valueOf(value);
  if (places >= 0) return toDecimalString(exact, places, mode);
  return toDecimalString(multiply(exact, powerOfTen(places)), 0, mode) + "0".repeat(-places);
}

/** Vectors of General Decimal Arithmetic also write +1.5, .5, 1. and 15E-1; the product reads none of them. */
function valueOf(text: string): Rational {
  const [, sign, whole = "", decimals = "", exponent = "0"] =
    /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:E([+-]?\d{1,3}))?$/i.exec(text) ?? [];
  if (sign === undefined) throw new RangeError(`not a decimal: ${text}`);
  const digits = BigInt(whole + decimals);
  return multiply(rational(sign === "-" ? -digits : digits), powerOfTen(Number(exponent) - decimals.length));
}

function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(1n, power) : rational(power);
}

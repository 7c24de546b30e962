import { z } from "zod";
import { parseDecimal } from "#app/domain/exact/rational.ts";
import { roundingModes, toDecimalString } from "#app/domain/exact/rounding.ts";
import { exactNumber } from "./scoring-input.ts";

const roundingCase = z.object({
  vectors: z.array(
    z.object({ id: z.string(), value: exactNumber, places: z.number().int().min(0), mode: z.enum(roundingModes) }),
  ),
});

/** Each value at its places by its mode, as text with exactly so many decimals. */
export function answerDecimalRounding(given: unknown): unknown {
  const { vectors } = roundingCase.parse(given);
  return { results: Object.fromEntries(vectors.map(({ id, ...vector }) => [id, roundedText(vector)])) };
}

function roundedText({ value, places, mode }: Omit<z.output<typeof roundingCase>["vectors"][number], "id">): string {
  const exact = parseDecimal(value);
  if (!exact.ok) throw new RangeError(`not a decimal: ${value}`);
  return toDecimalString(exact.value, places, mode);
}

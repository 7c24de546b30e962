import { z } from "zod";
import { parseDecimal, rationalOf, type Rational } from "#app/domain/exact/rational.ts";

export const id = z.union([z.string(), z.number()]).transform(String);

/** A JSON number or a decimal string. */
export const amount = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number());

/** Rows are applications, columns reviewers, null = missing. */
export const ratingsMatrix = z.array(z.array(amount.nullable()));

/** A JSON number, a decimal string or "p/q", exactly. */
export const exactAmount = z.union([z.number(), z.string()]).transform((value): Rational => {
  const text = String(value);
  const decimal = parseDecimal(text);
  return decimal.ok ? decimal.value : rationalOf(text);
});

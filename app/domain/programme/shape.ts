import { z } from "zod";
import { isDay, isInstant } from "./day.ts";

export type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? number extends Value["length"]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value;

/** An object of a definition: an unknown key is a mistake; only a `$comment` may stand anywhere. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ $comment: z.string().optional(), ...shape });
}

/** Names that would reach into every JavaScript object if they were used as a key. */
const inheritedNames = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf"]);

// The words given as `error` are keys of the sentences in checks/shape-sentence.ts.
export const written = z.string().refine((value) => value.trim() !== "", { error: "blank" });
export const localText = part({ ko: written, en: written });
export const identifier = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, { error: "identifier" })
  .refine((value) => !inheritedNames.has(value), { error: "identifier" });
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "slug" });
export const day = z.string().refine(isDay, { error: "day" });
export const instant = z.string().superRefine((value, context) => {
  if (isInstant(value)) return;
  const otherwiseRight = isInstant(`${value.replace(/(?:Z|[+-]\d{2}:?\d{2})?$/, "")}+09:00`);
  context.addIssue({ code: "custom", message: otherwiseRight ? "offset" : "instant" });
});
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "timeOfDay" });
export const period = z.string().regex(/^P[1-9]\d{0,3}[DWMY]$/, { error: "period" });

/** Points and multiples: exact decimals with at most six digits behind the point, so that they become rationals. */
export const decimal = z
  .number()
  .refine((value) => /^-?\d{1,9}(?:\.\d{1,6})?$/.test(String(value)), { error: "decimal" });
export const points = decimal.min(0).max(100_000);
export const percent = decimal.min(0).max(100);
export const share = decimal.min(0).max(1);
export const count = z.int().min(0).max(1_000_000);
export const positiveCount = z.int().min(1).max(1_000_000);

export const roundingMode = z.enum(["half_up", "half_down", "half_even", "up", "down", "floor", "ceiling"]);
export const roundingScale = z.int().min(0).max(6);

import { z } from "zod";
import { count, day, identifier, localText, part, written, type DeepReadonly } from "./shape.ts";

const age = z.int().min(0).max(130);
const common = {
  id: identifier,
  text: localText,
  /** A rule only flags; a person decides. Only a pledge may hold up a submission. */
  onFail: z.enum(["flag_for_human", "block_submit"]),
  referenceDate: day.optional(),
};

const militaryExtension = part({
  enabled: z.boolean(),
  maxYears: z.int().min(1).max(10).optional(),
  table: z
    .array(part({ monthsFrom: count, monthsTo: count.optional(), years: z.int().min(1).max(10) }))
    .min(1)
    .optional(),
  field: identifier.optional(),
  proof: identifier.optional(),
  note: localText.optional(),
});

const ageRule = part({
  ...common,
  type: z.literal("age_range"),
  field: identifier,
  min: age,
  max: age,
  method: z.literal("full_years"),
  referenceDate: day,
  bornFrom: day,
  bornTo: day,
  militaryExtension: militaryExtension.optional(),
});

const fieldRule = part({
  ...common,
  type: z.literal("field_in"),
  field: identifier,
  allowed: z.array(written).min(1),
  proof: z.array(written).min(1).optional(),
});

const pledgeRule = part({ ...common, type: z.literal("pledge") });

const lookupRule = part({
  ...common,
  type: z.literal("lookup"),
  source: written,
  match: z.array(identifier).min(1),
});

export const eligibilitySchema = z.array(z.discriminatedUnion("type", [ageRule, fieldRule, pledgeRule, lookupRule]));

export type EligibilityRule = DeepReadonly<z.output<typeof eligibilitySchema>>[number];
export type AgeRule = DeepReadonly<z.output<typeof ageRule>>;
export type MilitaryExtension = DeepReadonly<z.output<typeof militaryExtension>>;

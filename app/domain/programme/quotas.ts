import { z } from "zod";
import { identifier, localText, part, percent, type DeepReadonly } from "./shape.ts";

const quota = part({
  id: identifier,
  type: z.literal("region_minimum_share"),
  region: identifier,
  /** The address field that says where an applicant lives. */
  basisField: identifier,
  percent,
  scope: z.enum(["programme", "track"]),
  soft: z.boolean(),
  counting: z.enum(["one_to_one", "one_to_all"]).optional(),
  method: localText.optional(),
});

export const quotasSchema = z.array(quota);

export type QuotaDefinition = DeepReadonly<z.output<typeof quota>>;

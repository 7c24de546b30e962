import { z } from "zod";
import { identifier, localText, part, percent, points, written, type DeepReadonly } from "./shape.ts";

const item = part({
  id: identifier,
  points,
  label: localText,
  documents: z.array(written).min(1),
  /** Claims of this item are sensitive data: they need the `sensitive` consent. */
  sensitive: z.boolean(),
});

export const bonusSchema = part({
  mode: z.literal("sum_capped"),
  cap: points,
  unit: z.literal("points_of_100"),
  applyTo: z.literal("composite"),
  appliesOnlyIf: z.array(z.enum(["no_stage_failed_minimum", "documents_verified"])),
  oneClaimPerItem: z.boolean(),
  maxSelectedByBonusPercent: percent.nullable(),
  note: localText.optional(),
  items: z.array(item),
});

export type BonusDefinition = DeepReadonly<z.output<typeof bonusSchema>>;
export type BonusItem = DeepReadonly<z.output<typeof item>>;

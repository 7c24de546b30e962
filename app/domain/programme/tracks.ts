import { z } from "zod";
import { identifier, localText, part, percent, positiveCount, type DeepReadonly } from "./shape.ts";

const track = part({
  id: identifier,
  code: z
    .string()
    .regex(/^[A-Z0-9]{1,6}$/, { error: "trackCode" })
    .optional(),
  title: localText,
  capacity: positiveCount,
});

export const tracksSchema = z.array(track).min(1);
export const choicesSchema = part({
  max: z.int().min(1).max(10),
  secondOptional: z.boolean(),
  assignment: z.enum(["score_first", "choice_first", "deferred_acceptance"]),
  description: localText,
});
export const overAdmissionSchema = part({
  allowed: z.boolean(),
  maxPercent: percent,
  needs: z.literal("committee_decision"),
  note: localText.optional(),
});

export type TrackDefinition = DeepReadonly<z.output<typeof track>>;
export type ChoicesDefinition = DeepReadonly<z.output<typeof choicesSchema>>;
export type OverAdmissionDefinition = DeepReadonly<z.output<typeof overAdmissionSchema>>;

import { z } from "zod";
import { localText, part, period, written, type DeepReadonly } from "./shape.ts";

const retention = part({
  scope: z.enum([
    "draft_not_submitted",
    "not_selected",
    "selected",
    "sensitive",
    "evaluation_records",
    "access_logs",
    "permission_changes",
  ]),
  period,
  from: z.enum(["applicationClose", "finalAnnouncement", "completion", "stageEnd", "event"]),
  holdIf: z.array(z.enum(["open_appeal", "litigation"])).optional(),
  note: written.optional(),
});

export const privacySchema = part({
  controller: localText,
  officer: localText,
  minimumAge: z.int().min(0).max(130),
  collectsResidentNumber: z.boolean(),
  retention: z.array(retention).min(1),
  destruction: part({ method: written, approval: z.boolean(), ledger: z.boolean() }),
  documentsReturn: localText,
});

export type PrivacyDefinition = DeepReadonly<z.output<typeof privacySchema>>;
export type RetentionRule = DeepReadonly<z.output<typeof retention>>;

import { z } from "zod";
import { identifier, localText, part, points, positiveCount, share, written, type DeepReadonly } from "./shape.ts";

const panel = part({ size: positiveCount, perTrack: z.boolean().optional() });

export const evaluatorsSchema = part({
  externalShareMin: share,
  assignment: identifier,
  blind: part({ showTo: z.literal("evaluator"), identifier: z.literal("evaluationNo"), hide: written }),
  /** By stage id: `size` = reviews per application; the pool of reviewers may be larger. */
  panels: z.record(identifier, panel),
  conflictReasons: z.array(part({ id: identifier, kind: z.enum(["제척", "회피", "기피"]), label: localText })).min(1),
  declareBeforeOpening: z.boolean(),
  onConflict: z.literal("exclude_evaluator_for_that_applicant"),
  pledge: localText,
  lockAfterSubmit: z.boolean(),
  unlockNeeds: z.literal("two_person_approval_with_reason"),
  deviationAlert: part({ pointsFromMean: points, note: localText.optional() }).optional(),
});

export const committeeSchema = part({
  name: localText,
  members: part({ min: positiveCount, max: positiveCount }),
  externalShareMin: share,
  decides: z.array(z.enum(["shortlist", "final", "ties", "quota_swap", "appeals", "cancellation"])).min(1),
  quorum: z.enum(["majority", "two_thirds", "all"]),
});

export type EvaluatorsDefinition = DeepReadonly<z.output<typeof evaluatorsSchema>>;
export type CommitteeDefinition = DeepReadonly<z.output<typeof committeeSchema>>;

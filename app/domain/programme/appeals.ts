import { z } from "zod";
import { count, identifier, instant, part, written, type DeepReadonly } from "./shape.ts";

export const appealsSchema = part({
  window: part({ start: instant, end: instant }),
  /** Stages whose own result can be appealed for `alsoForDays` days. */
  alsoFor: z.array(identifier),
  alsoForDays: count,
  grounds: z.array(z.enum(["procedure", "arithmetic", "fact"])).min(1),
  notAccepted: z.array(written),
  answerWithinBusinessDays: z.int().min(1).max(60),
  decidedBy: z.literal("committee"),
  attachments: part({ maxFiles: z.int().min(0).max(20), maxMB: z.int().min(1).max(100) }),
  ownScoreDisclosure: part({
    allowed: z.boolean(),
    what: z.array(z.enum(["stage_totals", "criterion_scores", "total", "rank", "pass_line"])),
    from: identifier,
  }),
});

export type AppealsDefinition = DeepReadonly<z.output<typeof appealsSchema>>;

import { z } from "zod";
import { instant, localText, part, written, type DeepReadonly } from "./shape.ts";

export const acceptanceSchema = part({
  confirmBy: instant,
  actions: z.array(z.enum(["confirm", "decline"])).length(2),
  noAction: z.literal("lapsed"),
  declineIrrevocable: z.boolean(),
  /** `documents:after_selection`, `document:ID` or the id of a document. */
  requires: z.array(written),
  afterStartReplacementUntil: instant.optional(),
  cancelReasons: z.array(localText),
});

export type AcceptanceDefinition = DeepReadonly<z.output<typeof acceptanceSchema>>;

import { z } from "zod";

const key = z.string().max(60);
const id = z.string().max(60);

/** The sheet on the desk; scores arrive beside it as `score.<criterion>`, in the rubric's words. */
export const sheetForm = z.object({
  intent: z.enum(["save", "next", "submit"]).default("save"),
  revision: z.coerce.number().int().min(0),
  comment: z.string().max(4000, { error: "reviewer:desk.commentTooLong?max=4000" }).default(""),
  /** A shortcut pressed without JavaScript: `criterion:points`, put in place of what was typed there. */
  anchor: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}:\d{1,6}(?:\.\d{1,2})?$/)
    .optional(),
});

export const memberForm = z.object({
  intent: z.literal("add"),
  reviewerId: id,
  trackKey: key.default(""),
  isExternal: z.enum(["external", "internal"], { error: "panel:pool.kindMissing" }),
});

export const removalForm = z.object({ intent: z.literal("remove"), memberId: id });

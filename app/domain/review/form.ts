import { z } from "zod";

const key = z.string().max(60);
const id = z.string().max(60);

/** The sheet on the desk: scores arrive as `score.<criterion>`, read apart by `scoresOf`. */
export const sheetForm = z.object({
  intent: z.enum(["save", "next", "submit"]),
  revision: z.coerce.number().int().min(0),
  comment: z.string().max(4000, { error: "reviewer:desk.commentTooLong?max=4000" }).default(""),
});

export const pledgeForm = z.object({
  typedName: z.string({ error: "reviewer:pledge.nameMissing" }).max(100, { error: "reviewer:pledge.nameDiffers" }),
});

export const memberForm = z.object({
  intent: z.literal("add"),
  reviewerId: id,
  trackKey: key.default(""),
  isExternal: z.enum(["external", "internal"]),
});

export const removalForm = z.object({ intent: z.literal("remove"), memberId: id });

import { z } from "zod";
import { part, timeOfDay, written, type DeepReadonly } from "./shape.ts";

export const announcementSchema = part({
  lookup: z.array(z.enum(["applicationNo", "birthDate", "phoneLast4"])).min(1),
  publicList: part({
    show: z.array(z.enum(["applicationNo", "maskedName"])).min(1),
    mask: written,
    orderBy: z.literal("applicationNo"),
    // A public list never shows a score or a rank.
    showScore: z.literal(false),
    showRank: z.literal(false),
  }),
  publishTimeKST: timeOfDay,
  staging: z.literal("prepared_then_approved_then_scheduled"),
  publicationLevel: z.enum(["P0", "P1", "P2"]).optional(),
});

export type AnnouncementDefinition = DeepReadonly<z.output<typeof announcementSchema>>;

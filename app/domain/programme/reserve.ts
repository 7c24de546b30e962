import { z } from "zod";
import { decimal, instant, part, positiveCount, timeOfDay, type DeepReadonly } from "./shape.ts";

export const reserveSchema = part({
  perTrack: z.boolean(),
  percentOfCapacity: decimal.min(0).max(1000),
  rounding: z.literal("ceil"),
  numbering: z.literal("per_track_from_1"),
  validUntil: instant,
  crossTrack: part({ allowed: z.boolean(), onlyIf: z.literal("track_reserve_exhausted_and_acceptOther").optional() }),
  promotion: part({
    order: z.literal("reserveNo"),
    replyHours: z.int().min(1).max(720),
    notBefore: timeOfDay,
    contactAttempts: positiveCount,
    channels: z.array(z.enum(["sms", "lms", "alimtalk", "email", "phone"])).min(1),
    noReply: z.literal("lapsed"),
    sameTrackOnly: z.boolean(),
    requiresApproval: z.boolean().optional(),
  }),
  publishNumbers: z.enum(["to_each_person_only", "public"]),
});

export type ReserveDefinition = DeepReadonly<z.output<typeof reserveSchema>>;

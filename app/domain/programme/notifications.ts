import { z } from "zod";
import { count, identifier, localText, part, written, type DeepReadonly } from "./shape.ts";

/** Kinds of message that a definition carries; the first thirteen must be there. */
export const messageEvents = [
  "application_received",
  "submission_receipt",
  "document_incomplete",
  "shortlisted",
  "interview_invitation",
  "selected",
  "reserve",
  "not_selected",
  "reserve_promoted",
  "confirm_reminder",
  "declined",
  "appeal_received",
  "appeal_answered",
  "deadline_reminder",
  "stage_not_passed",
  "test_invitation",
  "confirmed",
] as const;
export const neededMessageEvents = messageEvents.slice(0, 13);

const alimtalk = part({
  templateCode: written.nullable(),
  type: written,
  bodyFrom: z.literal("body.ko"),
  buttons: z.array(part({ type: written, name: written, url: written })).max(5),
  fallback: z.enum(["lms", "sms"]),
});

const notification = part({
  event: z.enum(messageEvents),
  trigger: z.string().regex(/^\w{1,60}$/, { error: "identifier" }),
  audience: identifier,
  channels: z.array(z.enum(["email", "sms", "lms", "alimtalk"])).min(1),
  requiresApproval: z.boolean(),
  containsResult: z.boolean(),
  subject: localText,
  body: localText,
  sms: localText,
  alimtalk: alimtalk.optional(),
  contactAttempts: count.optional(),
  logPhoneCalls: z.boolean().optional(),
});

export const notificationsSchema = z.array(notification);
export const variablesSchema = z.record(
  identifier,
  part({ label: written, alimtalkVariable: written, example: written }),
);

export type NotificationDefinition = DeepReadonly<z.output<typeof notification>>;
export type MessageEvent = NotificationDefinition["event"];
export type VariablesDefinition = DeepReadonly<z.output<typeof variablesSchema>>;

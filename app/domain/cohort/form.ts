import { z } from "zod";

/** Messages are keys; the fields translate them. */
const reason = z
  .string({ error: "administrator:errors.reasonMissing" })
  .trim()
  .min(5, { error: "administrator:errors.reasonShort?min=5" })
  .max(1000, { error: "administrator:errors.reasonLong?max=1000" });

/** A sentence that stays with the record: why a person was excluded, a rule changed, a claim refused. */
export const reasonForm = z.object({ reason });

/** Both verdicts on an eligibility flag need their reason: the rule only flags, a person decides. */
export const flagForm = z.object({ flagId: z.string().max(64), verdict: z.enum(["eligible", "ineligible"]), reason });

export const claimForm = z
  .object({
    claimId: z.string().max(64),
    verdict: z.enum(["verified", "rejected"]),
    reason: z.string().trim().max(1000, { error: "administrator:errors.reasonLong?max=1000" }).optional(),
  })
  .refine(({ verdict, reason }) => verdict === "verified" || (reason ?? "").length >= 5, {
    path: ["reason"],
    error: "administrator:errors.reasonShort?min=5",
  });

/** Searching by name is a POST: a name never stands in an address. */
export const searchForm = z.object({
  search: z
    .string({ error: "administrator:errors.searchMissing" })
    .trim()
    .min(1, { error: "administrator:errors.searchMissing" })
    .max(60, { error: "administrator:errors.searchLong?max=60" }),
});

/** How far a calendar may be moved: ten years either way. */
export const MOST_WEEKS = 520;
export const weeks = z.coerce
  .number({ error: "administrator:errors.weeks" })
  .int({ error: "administrator:errors.weeks" })
  .min(-MOST_WEEKS, { error: "administrator:errors.weeks" })
  .max(MOST_WEEKS, { error: "administrator:errors.weeks" });

export type FlagVerdict = z.output<typeof flagForm>["verdict"];
export type ClaimVerdict = z.output<typeof claimForm>["verdict"];

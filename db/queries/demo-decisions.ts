import type { Db } from "../connect.ts";

/** Decides what is still open in a demo cohort: flags as eligible, claims as verified. */
export async function decideOpenWork(
  db: Db,
  { cohortId, by, reason, now }: { cohortId: string; by: string; reason: string; now: Date },
): Promise<{ flags: number; claims: number }> {
  const decided = { decidedBy: by, decidedAt: now.toISOString(), reason };
  const flags = await db
    .updateTable("eligibilityFlag")
    .set({ status: "eligible", ...decided })
    .where("cohortId", "=", cohortId)
    .where("status", "=", "open")
    .executeTakeFirst();
  const claims = await db
    .updateTable("bonusClaim")
    .set({ status: "verified", ...decided })
    .where("cohortId", "=", cohortId)
    .where("status", "=", "claimed")
    .executeTakeFirst();
  return { flags: Number(flags.numUpdatedRows), claims: Number(claims.numUpdatedRows) };
}

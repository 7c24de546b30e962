import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import type { Database } from "../schema.ts";

type InCohort = { readonly cohortId: string; readonly id: string };
type Decided = { readonly id: string; readonly decidedBy: string | null; readonly now: Date };

export type Flag = Selectable<Database["eligibilityFlag"]>;
export type Claim = Selectable<Database["bonusClaim"]>;

export async function findFlagOfCohort(db: Db, { cohortId, id }: InCohort): Promise<Flag | undefined> {
  return db
    .selectFrom("eligibilityFlag")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function saveFlagDecision(
  db: Db,
  { id, decidedBy, now, status, reason }: Decided & { readonly status: Flag["status"]; readonly reason: string },
): Promise<void> {
  await db
    .updateTable("eligibilityFlag")
    .set({ status, reason, decidedBy, decidedAt: now.toISOString() })
    .where("id", "=", id)
    .execute();
}

export async function findClaimOfCohort(db: Db, { cohortId, id }: InCohort): Promise<Claim | undefined> {
  return db
    .selectFrom("bonusClaim")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function saveClaimDecision(
  db: Db,
  {
    id,
    decidedBy,
    now,
    status,
    reason,
  }: Decided & { readonly status: Claim["status"]; readonly reason: string | null },
): Promise<void> {
  await db
    .updateTable("bonusClaim")
    .set({ status, reason, decidedBy, decidedAt: now.toISOString() })
    .where("id", "=", id)
    .execute();
}

type Proofs = { readonly cohortId: string; readonly documentKeys: readonly string[]; readonly limit: number };

/** Undecided claims of people in the running who uploaded one of these documents. */
export async function listClaimsWithProof(
  db: Db,
  { cohortId, documentKeys, limit }: Proofs,
): Promise<readonly { readonly id: string; readonly applicationId: string; readonly itemKey: string }[]> {
  if (documentKeys.length === 0) return [];
  return db
    .selectFrom("bonusClaim")
    .innerJoin("application", "application.id", "bonusClaim.applicationId")
    .select(["bonusClaim.id", "bonusClaim.applicationId", "bonusClaim.itemKey"])
    .where("bonusClaim.cohortId", "=", cohortId)
    .where("bonusClaim.status", "=", "claimed")
    .where("application.status", "=", "submitted")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("file")
          .select("file.id")
          .whereRef("file.applicationId", "=", "bonusClaim.applicationId")
          .where("file.documentKey", "in", documentKeys)
          .where("file.removedAt", "is", null),
      ),
    )
    .orderBy("bonusClaim.id")
    .limit(limit)
    .execute();
}

export async function saveClaimsVerified(
  db: Db,
  { ids, decidedBy, now }: { ids: readonly string[]; decidedBy: string | null; now: Date },
): Promise<void> {
  for (let from = 0; from < ids.length; from += 200) {
    await db
      .updateTable("bonusClaim")
      .set({ status: "verified", reason: null, decidedBy, decidedAt: now.toISOString() })
      .where("id", "in", ids.slice(from, from + 200))
      .execute();
  }
}

/** Excluded, or back in the running; the reason leaves with the exclusion (the audit log keeps it). */
export async function saveExclusion(
  db: Db,
  { id, status, reason }: { id: string; status: "excluded" | "submitted"; reason: string | null },
): Promise<void> {
  await db.updateTable("application").set({ status, excludedReason: reason }).where("id", "=", id).execute();
}

/** The stages that this person has entered, with where each stage stands. */
export async function listEntriesOfApplication(db: Db, applicationId: string) {
  return db
    .selectFrom("stageEntry")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "stageEntry.cohortId").onRef("stage.stageKey", "=", "stageEntry.stageKey"),
    )
    .select([
      "stageEntry.id",
      "stageEntry.stageKey",
      "stageEntry.evaluationNumber",
      "stageEntry.outcome",
      "stageEntry.score",
      "stageEntry.reason",
      "stage.status as stageStatus",
    ])
    .where("stageEntry.applicationId", "=", applicationId)
    .orderBy("stage.position")
    .execute();
}

export async function saveEntryOutcome(
  db: Db,
  { id, outcome, reason }: { id: string; outcome: "pending" | "excluded"; reason: string | null },
): Promise<void> {
  await db.updateTable("stageEntry").set({ outcome, reason }).where("id", "=", id).execute();
}

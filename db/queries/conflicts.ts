import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import { insertMany } from "./insert-many.ts";

export type DeclaredConflict = {
  readonly applicationId: string;
  readonly reasonKey: string;
  readonly note: string;
};

/** Who must not read whom, over all stages of a cohort: a relation does not end with a stage. */
export async function listConflicts(
  db: Db,
  cohortId: string,
): Promise<readonly { readonly reviewerId: string; readonly applicationId: string }[]> {
  return db.selectFrom("conflict").select(["reviewerId", "applicationId"]).where("cohortId", "=", cohortId).execute();
}

/** What one reviewer declared in a cohort. */
export async function listConflictsOfReviewer(
  db: Db,
  { cohortId, reviewerId }: { readonly cohortId: string; readonly reviewerId: string },
): Promise<readonly (DeclaredConflict & { readonly declaredAt: string })[]> {
  return db
    .selectFrom("conflict")
    .select(["applicationId", "reasonKey", "note", "declaredAt"])
    .where("cohortId", "=", cohortId)
    .where("reviewerId", "=", reviewerId)
    .orderBy("declaredAt")
    .execute();
}

/** `conflicts` must be new ones: a declaration is never overwritten. */
export async function insertConflicts(
  db: Db,
  {
    cohortId,
    reviewerId,
    conflicts,
    now,
  }: {
    readonly cohortId: string;
    readonly reviewerId: string;
    readonly conflicts: readonly DeclaredConflict[];
    readonly now: Date;
  },
): Promise<void> {
  const rows = conflicts.map((conflict) => ({
    id: newId(now),
    cohortId,
    reviewerId,
    ...conflict,
    declaredAt: now.toISOString(),
  }));
  await insertMany(db, "conflict", rows);
}

export type NameInPool = { readonly applicationId: string; readonly applicantName: string };

/** The list of names that a reviewer checks: everybody in the stage, in these tracks (all of them where none is named). */
export async function listNamesInPool(
  db: Db,
  {
    cohortId,
    stageKey,
    tracks,
  }: { readonly cohortId: string; readonly stageKey: string; readonly tracks: readonly string[] },
): Promise<readonly NameInPool[]> {
  let query = db
    .selectFrom("stageEntry")
    .innerJoin("application", "application.id", "stageEntry.applicationId")
    .select(["stageEntry.applicationId", "application.name as applicantName"])
    .where("stageEntry.cohortId", "=", cohortId)
    .where("stageEntry.stageKey", "=", stageKey)
    .where("application.status", "not in", ["withdrawn", "excluded"]);
  if (tracks.length > 0) query = query.where("application.firstChoice", "in", tracks);
  const rows = await query.execute();
  // By the Korean order of letters, which the two engines would not agree on.
  const order = new Intl.Collator("ko");
  return rows.toSorted((one, other) => order.compare(one.applicantName, other.applicantName));
}

import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { StageOutcome } from "#app/domain/cohort/stage-status.ts";
import type { ReviewStatus } from "#app/domain/review/review-status.ts";
import type { Db } from "../connect.ts";

export type StatusCount = { readonly status: ApplicationStatus; readonly applications: number };
type InCohort = { readonly academyId: string; readonly cohortId: string };

export async function countByStatus(db: Db, { academyId, cohortId }: InCohort): Promise<readonly StatusCount[]> {
  return db
    .selectFrom("application")
    .select((eb) => ["status", eb.fn.countAll<number>().as("applications")])
    .where("academyId", "=", academyId)
    .where("cohortId", "=", cohortId)
    .groupBy("status")
    .execute();
}

/** Everybody who was ever given a number, by the track that was named first. */
export async function countByFirstChoice(
  db: Db,
  { academyId, cohortId }: InCohort,
): Promise<readonly { readonly track: string | null; readonly applications: number }[]> {
  return db
    .selectFrom("application")
    .select((eb) => ["firstChoice as track", eb.fn.countAll<number>().as("applications")])
    .where("academyId", "=", academyId)
    .where("cohortId", "=", cohortId)
    .where("status", "not in", ["draft", "expired", "withdrawn"])
    .groupBy("firstChoice")
    .execute();
}

/** Submitted or further, not withdrawn, for each cohort of an academy. */
export async function countApplicationsOfAcademy(
  db: Db,
  academyId: string,
): Promise<ReadonlyMap<string, { readonly submitted: number; readonly drafts: number }>> {
  const rows = await db
    .selectFrom("application")
    .select((eb) => ["cohortId", "status", eb.fn.countAll<number>().as("applications")])
    .where("academyId", "=", academyId)
    .groupBy(["cohortId", "status"])
    .execute();
  const counts = new Map<string, { submitted: number; drafts: number }>();
  for (const { cohortId, status, applications } of rows) {
    const count = counts.get(cohortId) ?? { submitted: 0, drafts: 0 };
    if (status === "draft") count.drafts += applications;
    else if (status !== "expired" && status !== "withdrawn") count.submitted += applications;
    counts.set(cohortId, count);
  }
  return counts;
}

export async function countReviews(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<readonly { readonly status: ReviewStatus; readonly reviews: number }[]> {
  return db
    .selectFrom("review")
    .select((eb) => ["status", eb.fn.countAll<number>().as("reviews")])
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .groupBy("status")
    .execute();
}

export async function countEntries(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<readonly { readonly outcome: StageOutcome; readonly entries: number }[]> {
  return db
    .selectFrom("stageEntry")
    .select((eb) => ["outcome", eb.fn.countAll<number>().as("entries")])
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .groupBy("outcome")
    .execute();
}

/** People whose scores of an imported stage have arrived. */
export async function countImportedPeople(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<number> {
  const { people } = await db
    .selectFrom("importedScore")
    .select((eb) => eb.fn.count<number>("applicationId").distinct().as("people"))
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .executeTakeFirstOrThrow();
  return people;
}

/** Who could review or approve: staff of the academy who may sign in. */
export async function countStaff(
  db: Db,
  academyId: string,
): Promise<{ readonly administrators: number; readonly reviewers: number }> {
  const rows = await db
    .selectFrom("account")
    .select((eb) => ["role", eb.fn.countAll<number>().as("people")])
    .where("academyId", "=", academyId)
    .where("disabledAt", "is", null)
    .groupBy("role")
    .execute();
  const of = (role: string) => rows.find((row) => row.role === role)?.people ?? 0;
  return { administrators: of("administrator"), reviewers: of("reviewer") };
}

/** Tracks that an application names, first or second. */
export async function listChosenTracks(db: Db, { academyId, cohortId }: InCohort): Promise<readonly string[]> {
  const named = db
    .selectFrom("application")
    .where("academyId", "=", academyId)
    .where("cohortId", "=", cohortId)
    .where("status", "not in", ["draft", "expired", "withdrawn"]);
  const first = await named.select("firstChoice as track").distinct().execute();
  const second = await named.select("secondChoice as track").distinct().execute();
  const tracks = [...first, ...second].flatMap(({ track }) => (track ? [track] : []));
  return [...new Set(tracks)];
}

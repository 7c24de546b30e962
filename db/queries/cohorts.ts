import type { Selectable } from "kysely";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Cohort = Omit<Selectable<Database["cohort"]>, "lockVersion" | "lastApplicationSequence">;

const columns = [
  "id",
  "academyId",
  "slug",
  "phase",
  "definitionId",
  "titleKo",
  "titleEn",
  "seats",
  "createdAt",
  "openedAt",
  "closedAt",
] as const;

export async function findCohort(db: Db, id: string): Promise<Cohort | undefined> {
  return db.selectFrom("cohort").select(columns).where("id", "=", id).executeTakeFirst();
}

export async function getCohort(db: Db, id: string): Promise<Cohort> {
  return db.selectFrom("cohort").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
}

export async function findCohortBySlug(db: Db, slug: string): Promise<Cohort | undefined> {
  return db.selectFrom("cohort").select(columns).where("slug", "=", slug).executeTakeFirst();
}

export async function listCohortsOfAcademy(db: Db, academyId: string): Promise<readonly Cohort[]> {
  return db
    .selectFrom("cohort")
    .select(columns)
    .where("academyId", "=", academyId)
    .orderBy("createdAt", "desc")
    .limit(200)
    .execute();
}

/** What the public may find: everything that a person has opened. */
export async function listPublicCohorts(db: Db): Promise<readonly Cohort[]> {
  return db
    .selectFrom("cohort")
    .select(columns)
    .where("phase", "not in", ["draft", "archived"])
    .orderBy("openedAt", "desc")
    .limit(100)
    .execute();
}

export async function listCohortsInPhases(db: Db, phases: readonly CohortPhase[]): Promise<readonly Cohort[]> {
  return db.selectFrom("cohort").select(columns).where("phase", "in", phases).orderBy("createdAt").execute();
}

export async function insertCohort(
  db: Db,
  cohort: Pick<Cohort, "academyId" | "slug" | "titleKo" | "titleEn" | "seats"> & {
    definitionId: string;
    now: Date;
    id?: string;
  },
): Promise<string> {
  const { now, id = newId(now), ...values } = cohort;
  await db
    .insertInto("cohort")
    .values({
      id,
      ...values,
      phase: "draft",
      lastApplicationSequence: 0,
      lockVersion: 0,
      createdAt: now.toISOString(),
      openedAt: null,
      closedAt: null,
    })
    .execute();
  return id;
}

export async function savePhase(
  db: Db,
  { cohortId, phase, now }: { cohortId: string; phase: CohortPhase; now: Date },
): Promise<void> {
  const stamp =
    phase === "open" ? { openedAt: now.toISOString() } : phase === "closed" ? { closedAt: now.toISOString() } : {};
  await db
    .updateTable("cohort")
    .set({ phase, ...stamp })
    .where("id", "=", cohortId)
    .execute();
}

/** The next application number's sequence; given at final submission, never reused. */
export async function takeApplicationSequence(db: Db, cohortId: string): Promise<number> {
  const row = await db
    .updateTable("cohort")
    .set((eb) => ({ lastApplicationSequence: eb("lastApplicationSequence", "+", 1) }))
    .where("id", "=", cohortId)
    .returning("lastApplicationSequence")
    .executeTakeFirstOrThrow();
  return row.lastApplicationSequence;
}

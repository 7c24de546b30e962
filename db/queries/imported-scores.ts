import type { Selectable } from "kysely";
import type { KnownNumber, ScoreRow } from "#app/domain/review/score-import.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";
import { insertMany } from "./insert-many.ts";

type OfStage = { readonly cohortId: string; readonly stageKey: string };

/** Every application number of the cohort, and whether its application is in the stage. */
export async function listKnownNumbers(
  db: Db,
  { cohortId, stageKey }: OfStage,
): Promise<ReadonlyMap<string, KnownNumber>> {
  const rows = await db
    .selectFrom("application")
    .leftJoin("stageEntry", (join) =>
      join.onRef("stageEntry.applicationId", "=", "application.id").on("stageEntry.stageKey", "=", stageKey),
    )
    .select(["application.id", "application.applicationNumber", "stageEntry.id as entryId"])
    .where("application.cohortId", "=", cohortId)
    .where("application.applicationNumber", "is not", null)
    .execute();
  return new Map(
    rows.map(({ id, applicationNumber, entryId }) => [
      applicationNumber ?? "",
      { applicationId: id, isInStage: entryId !== null },
    ]),
  );
}

/** Replaces everything that was imported for the stage before; the earlier files stay listed. */
export async function replaceImportedScores(
  db: Db,
  {
    cohortId,
    stageKey,
    file,
    rows,
    createdBy,
    now,
  }: OfStage & {
    readonly file: { readonly fileName: string; readonly sha256: string };
    readonly rows: readonly ScoreRow[];
    readonly createdBy: string | null;
    readonly now: Date;
  },
): Promise<string> {
  const importId = newId(now);
  await db
    .insertInto("scoreImport")
    .values({
      id: importId,
      cohortId,
      stageKey,
      ...file,
      rowCount: rows.length,
      createdBy,
      createdAt: now.toISOString(),
    })
    .execute();
  await db.deleteFrom("importedScore").where("cohortId", "=", cohortId).where("stageKey", "=", stageKey).execute();
  const scores = rows.flatMap(({ applicationId, values }) =>
    Object.entries(values).map(([columnKey, value]) => ({
      id: newId(now),
      cohortId,
      stageKey,
      applicationId,
      columnKey,
      value,
      importId,
    })),
  );
  await insertMany(db, "importedScore", scores);
  return importId;
}

export type ScoreImport = Selectable<Database["scoreImport"]> & { readonly createdByName: string | null };

/** The files of a stage, newest first. */
export async function listScoreImports(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly ScoreImport[]> {
  return db
    .selectFrom("scoreImport")
    .leftJoin("account", "account.id", "scoreImport.createdBy")
    .selectAll("scoreImport")
    .select("account.name as createdByName")
    .where("scoreImport.cohortId", "=", cohortId)
    .where("scoreImport.stageKey", "=", stageKey)
    .orderBy("scoreImport.createdAt", "desc")
    .limit(50)
    .execute();
}

/** How many applications of the stage have a row now. */
export async function countImportedApplications(db: Db, { cohortId, stageKey }: OfStage): Promise<number> {
  const { applications } = await db
    .selectFrom("importedScore")
    .select((eb) => eb.fn.count<number>("applicationId").distinct().as("applications"))
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .executeTakeFirstOrThrow();
  return Number(applications);
}

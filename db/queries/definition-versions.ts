import type { Selectable } from "kysely";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type DefinitionVersion = Omit<Selectable<Database["definitionVersion"]>, "definition"> & {
  readonly definition: ProgrammeDefinition;
};

/** A version never changes once stored and was checked before, so it is parsed once a process. */
const parsed = new Map<string, DefinitionVersion>();
const PARSED_AT_MOST = 200;

export async function getDefinitionVersion(db: Db, id: string): Promise<DefinitionVersion> {
  const known = parsed.get(id);
  if (known) return known;
  const row = await db.selectFrom("definitionVersion").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const version = { ...row, definition: JSON.parse(row.definition) as ProgrammeDefinition };
  if (parsed.size >= PARSED_AT_MOST) parsed.clear();
  parsed.set(id, version);
  return version;
}

export async function getDefinition(db: Db, id: string): Promise<ProgrammeDefinition> {
  return (await getDefinitionVersion(db, id)).definition;
}

export async function listDefinitionVersions(db: Db, cohortId: string) {
  return db
    .selectFrom("definitionVersion")
    .leftJoin("account", "account.id", "definitionVersion.createdBy")
    .select([
      "definitionVersion.id",
      "definitionVersion.version",
      "definitionVersion.sha256",
      "definitionVersion.reason",
      "definitionVersion.createdAt",
      "account.name as createdByName",
    ])
    .where("definitionVersion.cohortId", "=", cohortId)
    .orderBy("definitionVersion.version", "desc")
    .limit(200)
    .execute();
}

/** The text as it was imported, for export. */
export async function getDefinitionText(db: Db, id: string): Promise<string> {
  const row = await db
    .selectFrom("definitionVersion")
    .select("definition")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.definition;
}

export async function insertDefinitionVersion(
  db: Db,
  version: {
    cohortId: string;
    version: number;
    definition: string;
    sha256: string;
    reason: string;
    createdBy: string | null;
    now: Date;
    id?: string;
  },
): Promise<string> {
  const { now, id = newId(now), ...values } = version;
  await db
    .insertInto("definitionVersion")
    .values({ id, ...values, createdAt: now.toISOString() })
    .execute();
  return id;
}

export async function useDefinitionVersion(
  db: Db,
  {
    cohortId,
    definitionId,
    titleKo,
    titleEn,
    seats,
  }: { cohortId: string; definitionId: string; titleKo: string; titleEn: string; seats: number },
): Promise<void> {
  await db.updateTable("cohort").set({ definitionId, titleKo, titleEn, seats }).where("id", "=", cohortId).execute();
}

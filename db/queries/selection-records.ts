import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type SelectionRecordHead = Selectable<Database["selectionRecord"]>;
export type RecordOpening = Selectable<Database["recordOpening"]>;

/** Published runs of which no record was made yet. */
export async function listRunsWithoutRecord(db: Db, limit: number): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom("selectionRun")
    .leftJoin("selectionRecord", "selectionRecord.runId", "selectionRun.id")
    .select("selectionRun.id")
    .where("selectionRun.status", "=", "published")
    .where("selectionRecord.runId", "is", null)
    .orderBy("selectionRun.publishedAt")
    .limit(limit)
    .execute();
}

export async function findRecordHead(db: Db, runId: string): Promise<SelectionRecordHead | undefined> {
  return db.selectFrom("selectionRecord").selectAll().where("runId", "=", runId).executeTakeFirst();
}

/** Says whether this was the first record of the run: of two makers at once only one keeps what it made. */
export async function insertRecordHead(
  db: Db,
  { now, ...head }: Omit<SelectionRecordHead, "madeAt"> & { readonly now: Date },
): Promise<boolean> {
  const inserted = await db
    .insertInto("selectionRecord")
    .values({ ...head, madeAt: now.toISOString() })
    .onConflict((conflict) => conflict.column("runId").doNothing())
    .returning("runId")
    .executeTakeFirst();
  return inserted !== undefined;
}

const ROWS_AT_ONCE = 100;

export async function insertOpenings(
  db: Db,
  { openings, now }: { openings: readonly Omit<RecordOpening, "id">[]; now: Date },
): Promise<void> {
  for (let from = 0; from < openings.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("recordOpening")
      .values(openings.slice(from, from + ROWS_AT_ONCE).map((opening) => ({ id: newId(now), ...opening })))
      .execute();
  }
}

type Salts = Pick<RecordOpening, "applicationNumber" | "reviewSalt" | "disclosedSalt">;

export async function listSalts(db: Db, runId: string): Promise<readonly Salts[]> {
  return db
    .selectFrom("recordOpening")
    .select(["applicationNumber", "reviewSalt", "disclosedSalt"])
    .where("runId", "=", runId)
    .execute();
}

export type OwnOpening = RecordOpening & Pick<SelectionRecordHead, "root" | "disclosedRoot" | "size" | "madeAt">;

/** What opens a person's own row of the newest published record. */
export async function findOwnOpening(db: Db, applicationId: string): Promise<OwnOpening | undefined> {
  return db
    .selectFrom("recordOpening")
    .innerJoin("selectionRecord", "selectionRecord.runId", "recordOpening.runId")
    .selectAll("recordOpening")
    .select(["selectionRecord.root", "selectionRecord.disclosedRoot", "selectionRecord.size", "selectionRecord.madeAt"])
    .where("recordOpening.applicationId", "=", applicationId)
    .orderBy("selectionRecord.madeAt", "desc")
    .executeTakeFirst();
}

type ToAsk = Pick<RecordOpening, "id" | "runId" | "applicationNumber">;

/** People of one run for whom the needed total was not asked yet. */
export async function listUnasked(db: Db, limit: number): Promise<readonly ToAsk[]> {
  const first = await db
    .selectFrom("recordOpening")
    .select("runId")
    .where("neededAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (!first) return [];
  return db
    .selectFrom("recordOpening")
    .select(["id", "runId", "applicationNumber"])
    .where("runId", "=", first.runId)
    .where("neededAt", "is", null)
    .limit(limit)
    .execute();
}

export async function saveNeededTotal(
  db: Db,
  { id, track, total, now }: { id: string; track: string | null; total: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable("recordOpening")
    .set({ neededTrack: track, neededTotal: total, neededAt: now.toISOString() })
    .where("id", "=", id)
    .execute();
}

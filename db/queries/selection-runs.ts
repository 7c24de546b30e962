import type { Selectable } from "kysely";
import type { SelectionInput, SelectionResult, SelectionStopped } from "#app/domain/selection/selection.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

type Row = Selectable<Database["selectionRun"]>;

/** A run as lists show it: without its input and its people. */
export type SelectionRunHead = Omit<Row, "input" | "result"> & {
  readonly createdByName: string | null;
  readonly approvedByName: string | null;
};

/** `input` is the text as it was stored: what is replayed and downloaded is exactly this. */
export type SelectionRun = SelectionRunHead & {
  readonly input: SelectionInput;
  readonly result: SelectionResult | SelectionStopped;
};

const headColumns = [
  "selectionRun.id",
  "selectionRun.cohortId",
  "selectionRun.kind",
  "selectionRun.status",
  "selectionRun.definitionId",
  "selectionRun.engineVersion",
  "selectionRun.digest",
  "selectionRun.createdBy",
  "selectionRun.createdAt",
  "selectionRun.approvedBy",
  "selectionRun.approvedAt",
  "selectionRun.publishAt",
  "selectionRun.publishedAt",
] as const;

/** Newest first. */
export async function listSelectionRuns(db: Db, cohortId: string, limit = 100): Promise<readonly SelectionRunHead[]> {
  return headsOf(db)
    .where("selectionRun.cohortId", "=", cohortId)
    .orderBy("selectionRun.createdAt", "desc")
    .orderBy("selectionRun.id", "desc")
    .limit(limit)
    .execute();
}

export async function findSelectionRun(db: Db, runId: string): Promise<SelectionRun | undefined> {
  const row = await headsOf(db)
    .select(["selectionRun.input", "selectionRun.result"])
    .where("selectionRun.id", "=", runId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { input, result, ...head } = row;
  return {
    ...head,
    input: JSON.parse(input) as SelectionInput,
    result: JSON.parse(result) as SelectionRun["result"],
  };
}

/** The official run that stands: the newest, whatever became of it; a superseded one never stands. */
export async function findOfficialRun(db: Db, cohortId: string): Promise<SelectionRunHead | undefined> {
  return headsOf(db)
    .where("selectionRun.cohortId", "=", cohortId)
    .where("selectionRun.kind", "=", "official")
    .where("selectionRun.status", "<>", "superseded")
    .orderBy("selectionRun.createdAt", "desc")
    .orderBy("selectionRun.id", "desc")
    .executeTakeFirst();
}

/** Approved runs whose hour of publishing has come. */
export async function listRunsDue(db: Db, now: Date): Promise<readonly SelectionRunHead[]> {
  return headsOf(db)
    .where("selectionRun.status", "=", "approved")
    .where("selectionRun.publishAt", "<=", now.toISOString())
    .orderBy("selectionRun.publishAt")
    .limit(20)
    .execute();
}

export type NewSelectionRun = Pick<Row, "cohortId" | "kind" | "definitionId" | "digest" | "createdBy"> & {
  readonly engineVersion: number;
  readonly input: SelectionInput;
  readonly result: SelectionRun["result"];
  readonly now: Date;
};

export async function insertSelectionRun(db: Db, run: NewSelectionRun): Promise<string> {
  const { now, input, result, engineVersion, ...values } = run;
  const id = newId(now);
  await db
    .insertInto("selectionRun")
    .values({
      id,
      ...values,
      status: result.status,
      engineVersion: String(engineVersion),
      input: JSON.stringify(input),
      result: JSON.stringify(result),
      createdAt: now.toISOString(),
      approvedBy: null,
      approvedAt: null,
      publishAt: null,
      publishedAt: null,
    })
    .execute();
  return id;
}

/** A correction takes the place of every official run before it that was not published. */
export async function supersedeOfficialRuns(db: Db, cohortId: string): Promise<void> {
  await db
    .updateTable("selectionRun")
    .set({ status: "superseded", publishAt: null })
    .where("cohortId", "=", cohortId)
    .where("kind", "=", "official")
    .where("status", "in", ["stopped", "complete", "approved"])
    .execute();
}

export async function saveRunApproval(
  db: Db,
  { runId, approvedBy, now }: { runId: string; approvedBy: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable("selectionRun")
    .set({ status: "approved", approvedBy, approvedAt: now.toISOString() })
    .where("id", "=", runId)
    .execute();
}

export async function saveRunSchedule(
  db: Db,
  { runId, publishAt }: { runId: string; publishAt: Date | null },
): Promise<void> {
  await db
    .updateTable("selectionRun")
    .set({ publishAt: publishAt?.toISOString() ?? null })
    .where("id", "=", runId)
    .execute();
}

export async function saveRunPublication(db: Db, { runId, now }: { runId: string; now: Date }): Promise<void> {
  await db
    .updateTable("selectionRun")
    .set({ status: "published", publishAt: null, publishedAt: now.toISOString() })
    .where("id", "=", runId)
    .execute();
}

function headsOf(db: Db) {
  return db
    .selectFrom("selectionRun")
    .leftJoin("account as creator", "creator.id", "selectionRun.createdBy")
    .leftJoin("account as approver", "approver.id", "selectionRun.approvedBy")
    .select([...headColumns, "creator.name as createdByName", "approver.name as approvedByName"]);
}

/** Input and result as text, for those who want the very bytes. */
export async function findStoredRun(
  db: Db,
  runId: string,
): Promise<Pick<Row, "cohortId" | "digest" | "input" | "result"> | undefined> {
  return db
    .selectFrom("selectionRun")
    .select(["cohortId", "digest", "input", "result"])
    .where("id", "=", runId)
    .executeTakeFirst();
}

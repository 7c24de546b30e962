import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { StageOutcome } from "#app/domain/cohort/stage-status.ts";
import type { ShortlistReason } from "#app/domain/selection/shortlist.ts";
import type { Dropped } from "#app/domain/selection/stage-score.ts";
import type { StageFailure, StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

/** How the outcome of one application in one stage came about; numbers are exact text. */
export type EntryDetail = {
  readonly standing: StageStanding;
  readonly exact: string | null;
  readonly failures: readonly StageFailure[];
  /** Null for who passed; `excluded` and `withdrawn` left the running before the stage was closed. */
  readonly reason: ShortlistReason | "excluded" | "withdrawn";
  /** The sum that the shortlist compared, "p/q", and the rank by it. */
  readonly basis: string | null;
  readonly rank: number | null;
  /** Reviews that counted; null for an imported stage. */
  readonly reviews: number | null;
  readonly dropped: Dropped | null;
  readonly droppedByCriterion: Readonly<Record<string, Dropped>>;
};

export type StageEntry = {
  readonly id: string;
  readonly applicationId: string;
  readonly evaluationNumber: string;
  readonly outcome: StageOutcome;
  readonly score: string | null;
  readonly detail: EntryDetail | null;
  /** What a person noted, for an absence. */
  readonly reason: string | null;
  readonly applicationNumber: string;
  readonly applicationStatus: ApplicationStatus;
  readonly firstChoice: string;
};

type OfStage = { readonly cohortId: string; readonly stageKey: string };

const ROWS_AT_ONCE = 200;

export type NewStageEntry = { readonly applicationId: string; readonly evaluationNumber: string };

export async function insertStageEntries(
  db: Db,
  { cohortId, stageKey, entries, now }: OfStage & { entries: readonly NewStageEntry[]; now: Date },
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: newId(now),
    cohortId,
    stageKey,
    ...entry,
    outcome: "pending" as const,
    score: null,
    detail: null,
    reason: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("stageEntry")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** Evaluation numbers in use in the cohort, for patterns that are unique within it. */
export async function listEvaluationNumbers(db: Db, cohortId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("stageEntry").select("evaluationNumber").where("cohortId", "=", cohortId).execute();
  return rows.map(({ evaluationNumber }) => evaluationNumber);
}

/** Everybody who entered the stage, by application number. */
export async function listStageEntries(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly StageEntry[]> {
  const rows = await entriesOf(db, { cohortId, stageKey }).orderBy("application.applicationNumber").execute();
  return rows.map(toStageEntry);
}

export type StageEntryFilter = {
  readonly outcome?: StageOutcome | undefined;
  readonly track?: string | undefined;
};

export async function listStageEntriesOfPage(
  db: Db,
  {
    cohortId,
    stageKey,
    page,
    pageSize,
    outcome,
    track,
  }: OfStage & StageEntryFilter & { page: number; pageSize: number },
): Promise<{ readonly rows: readonly StageEntry[]; readonly total: number }> {
  let query = entriesOf(db, { cohortId, stageKey });
  if (outcome) query = query.where("stageEntry.outcome", "=", outcome);
  if (track) query = query.where("application.firstChoice", "=", track);
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy("application.applicationNumber")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map(toStageEntry), total: Number(total) };
}

export async function findStageEntry(
  db: Db,
  { cohortId, stageKey, evaluationNumber }: OfStage & { evaluationNumber: string },
): Promise<StageEntry | undefined> {
  const row = await entriesOf(db, { cohortId, stageKey })
    .where("stageEntry.evaluationNumber", "=", evaluationNumber)
    .executeTakeFirst();
  return row && toStageEntry(row);
}

export type OutcomeCount = { readonly stageKey: string; readonly outcome: StageOutcome; readonly entries: number };

export async function countStageOutcomes(db: Db, cohortId: string): Promise<readonly OutcomeCount[]> {
  const rows = await db
    .selectFrom("stageEntry")
    .select(["stageKey", "outcome", (eb) => eb.fn.countAll<number>().as("entries")])
    .where("cohortId", "=", cohortId)
    .groupBy(["stageKey", "outcome"])
    .execute();
  return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
}

export type EntryOutcome = Pick<
  StageEntry,
  "id" | "applicationId" | "evaluationNumber" | "outcome" | "score" | "detail" | "reason"
>;

/** Many outcomes in few statements: an insert that always meets the row it shall change. */
export async function saveEntryOutcomes(
  db: Db,
  { cohortId, stageKey, outcomes }: OfStage & { outcomes: readonly EntryOutcome[] },
): Promise<void> {
  const rows = outcomes.map(({ detail, ...outcome }) => ({
    cohortId,
    stageKey,
    ...outcome,
    detail: detail === null ? null : JSON.stringify(detail),
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("stageEntry")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) =>
        conflict.columns(["cohortId", "stageKey", "applicationId"]).doUpdateSet((eb) => ({
          outcome: eb.ref("excluded.outcome"),
          score: eb.ref("excluded.score"),
          detail: eb.ref("excluded.detail"),
          reason: eb.ref("excluded.reason"),
        })),
      )
      .execute();
  }
}

/** Takes the computed outcomes back; an absence that a person noted stays. */
export async function clearEntryOutcomes(db: Db, { cohortId, stageKey }: OfStage): Promise<void> {
  const all = db.updateTable("stageEntry").where("cohortId", "=", cohortId).where("stageKey", "=", stageKey);
  await all.set({ score: null, detail: null }).execute();
  await all
    .set({ outcome: "pending" })
    .where((eb) => eb.or([eb("outcome", "<>", "absent"), eb("reason", "is", null)]))
    .execute();
}

/** One row for every stage that somebody entered: outcome and the numbers that the selection needs. */
export async function listStandings(
  db: Db,
  cohortId: string,
): Promise<
  readonly { readonly applicationId: string; readonly stageKey: string; readonly standing: StageStanding | null }[]
> {
  const rows = await db
    .selectFrom("stageEntry")
    .select(["applicationId", "stageKey", "detail"])
    .where("cohortId", "=", cohortId)
    .execute();
  return rows.map(({ detail, ...row }) => ({
    ...row,
    standing: detail === null ? null : (JSON.parse(detail) as EntryDetail).standing,
  }));
}

function entriesOf(db: Db, { cohortId, stageKey }: OfStage) {
  return db
    .selectFrom("stageEntry")
    .innerJoin("application", "application.id", "stageEntry.applicationId")
    .select([
      "stageEntry.id",
      "stageEntry.applicationId",
      "stageEntry.evaluationNumber",
      "stageEntry.outcome",
      "stageEntry.score",
      "stageEntry.detail",
      "stageEntry.reason",
      "application.applicationNumber",
      "application.status as applicationStatus",
      "application.firstChoice",
    ])
    .where("stageEntry.cohortId", "=", cohortId)
    .where("stageEntry.stageKey", "=", stageKey);
}

type Row = Awaited<ReturnType<ReturnType<typeof entriesOf>["execute"]>>[number];

function toStageEntry({ detail, applicationNumber, firstChoice, ...row }: Row): StageEntry {
  return {
    ...row,
    detail: detail === null ? null : (JSON.parse(detail) as EntryDetail),
    applicationNumber: applicationNumber ?? "",
    firstChoice: firstChoice ?? "",
  };
}

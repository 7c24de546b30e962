import type { Selectable, Updateable } from "kysely";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

/** What closing a stage found, per track in the order of the definition. */
export type StageResult = {
  readonly engineVersion: number;
  readonly definitionId: string;
  readonly tracks: readonly StageTrackResult[];
  /** Applications by how many reviews were counted; more than one line is an exception to look at. */
  readonly reviewCounts: readonly { readonly reviews: number; readonly applications: number }[];
  /** Eligibility flags that nobody had decided yet. */
  readonly undecidedFlags: number;
};

export type StageTrackResult = {
  readonly track: string;
  readonly entered: number;
  readonly passed: number;
  readonly absent: number;
  readonly excluded: number;
  readonly belowMinimum: number;
  readonly outranked: number;
  /** K of the shortlist; null where everybody above the minimums passes. */
  readonly places: number | null;
  readonly lowestBasis: string | null;
  /** Passed only because equal sums at the cut all pass. */
  readonly beyondPlaces: number;
  readonly distribution: StageDistribution;
};

/** People by what they were compared on: `passed` and `failed` of bins of equal width from 0 to `max`. */
export type StageDistribution = {
  readonly max: string;
  readonly bins: readonly { readonly passed: number; readonly failed: number }[];
};

export type Stage = Omit<Selectable<Database["stage"]>, "result"> & { readonly result: StageResult | null };

export async function findStage(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<Stage | undefined> {
  const row = await db
    .selectFrom("stage")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .executeTakeFirst();
  return row && toStage(row);
}

/** In the order in which they are held. */
export async function listStages(db: Db, cohortId: string): Promise<readonly Stage[]> {
  const rows = await db
    .selectFrom("stage")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .orderBy("position")
    .limit(100)
    .execute();
  return rows.map(toStage);
}

/** Approved stages whose hour of publishing has come. */
export async function listStagesDue(db: Db, now: Date): Promise<readonly Stage[]> {
  const rows = await db
    .selectFrom("stage")
    .selectAll()
    .where("status", "=", "approved")
    .where("publishAt", "<=", now.toISOString())
    .orderBy("publishAt")
    .limit(20)
    .execute();
  return rows.map(toStage);
}

/** The rows of a new cohort: every stage waits. */
export async function insertStages(
  db: Db,
  { cohortId, stageKeys, now }: { cohortId: string; stageKeys: readonly string[]; now: Date },
): Promise<void> {
  await db
    .insertInto("stage")
    .values(
      stageKeys.map((stageKey, index) => ({
        id: newId(now),
        cohortId,
        stageKey,
        position: index + 1,
        status: "waiting" as const,
        openedAt: null,
        closedAt: null,
        closedBy: null,
        approvedAt: null,
        approvedBy: null,
        publishAt: null,
        publishedAt: null,
        digest: null,
        result: null,
      })),
    )
    .execute();
}

export type StageChange = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly status?: StageStatus;
  readonly openedAt?: Date;
  readonly closed?: {
    readonly at: Date;
    readonly by: string | null;
    readonly digest: string;
    readonly result: StageResult;
  } | null;
  readonly approved?: { readonly at: Date; readonly by: string | null };
  readonly publishAt?: Date | null;
  readonly publishedAt?: Date;
};

/** Writes what changed and nothing else; `closed: null` takes the closing back. */
export async function saveStage(db: Db, { cohortId, stageKey, ...change }: StageChange): Promise<void> {
  const values: Updateable<Database["stage"]> = {
    ...(change.status ? { status: change.status } : {}),
    ...(change.openedAt ? { openedAt: change.openedAt.toISOString() } : {}),
    ...(change.closed === undefined ? {} : closedColumns(change.closed)),
    ...(change.approved ? { approvedAt: change.approved.at.toISOString(), approvedBy: change.approved.by } : {}),
    ...(change.publishAt === undefined ? {} : { publishAt: change.publishAt?.toISOString() ?? null }),
    ...(change.publishedAt ? { publishedAt: change.publishedAt.toISOString() } : {}),
  };
  await db.updateTable("stage").set(values).where("cohortId", "=", cohortId).where("stageKey", "=", stageKey).execute();
}

function closedColumns(closed: NonNullable<StageChange["closed"]> | null): Updateable<Database["stage"]> {
  if (closed === null) return { closedAt: null, closedBy: null, digest: null, result: null };
  const { at, by, digest, result } = closed;
  return { closedAt: at.toISOString(), closedBy: by, digest, result: JSON.stringify(result) };
}

function toStage({ result, ...row }: Selectable<Database["stage"]>): Stage {
  return { ...row, result: result === null ? null : (JSON.parse(result) as StageResult) };
}

/** Who closed and who approved a stage, by name. */
export async function findStageSigners(
  db: Db,
  { closedBy, approvedBy }: Pick<Stage, "closedBy" | "approvedBy">,
): Promise<{ readonly closedBy: string | null; readonly approvedBy: string | null }> {
  const ids = [closedBy, approvedBy].filter((id) => id !== null);
  if (ids.length === 0) return { closedBy: null, approvedBy: null };
  const rows = await db.selectFrom("account").select(["id", "name"]).where("id", "in", ids).execute();
  const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.name ?? null;
  return { closedBy: nameOf(closedBy), approvedBy: nameOf(approvedBy) };
}

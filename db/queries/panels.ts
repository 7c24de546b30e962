import type { Selectable } from "kysely";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

type OfStage = { readonly cohortId: string; readonly stageKey: string };

export type PanelMember = Omit<Selectable<Database["panelMember"]>, "isExternal"> & {
  readonly isExternal: boolean;
  readonly reviewerName: string;
  readonly email: string;
  readonly language: "ko" | "en";
};

/** The pool of a stage, track by track. */
export async function listPanel(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly PanelMember[]> {
  const rows = await members(db)
    .where("panelMember.cohortId", "=", cohortId)
    .where("panelMember.stageKey", "=", stageKey)
    .orderBy("panelMember.trackKey")
    .orderBy("account.name")
    .orderBy("panelMember.id")
    .execute();
  return rows.map(toMember);
}

export async function findPanelMember(db: Db, id: string): Promise<PanelMember | undefined> {
  const row = await members(db).where("panelMember.id", "=", id).executeTakeFirst();
  return row && toMember(row);
}

/** Where one reviewer sits in a stage: one row a track. */
export async function listSeatsOfReviewer(
  db: Db,
  { cohortId, stageKey, reviewerId }: OfStage & { readonly reviewerId: string },
): Promise<readonly PanelMember[]> {
  const rows = await members(db)
    .where("panelMember.cohortId", "=", cohortId)
    .where("panelMember.stageKey", "=", stageKey)
    .where("panelMember.reviewerId", "=", reviewerId)
    .execute();
  return rows.map(toMember);
}

export async function isOnAnyPanel(
  db: Db,
  { cohortId, reviewerId }: { readonly cohortId: string; readonly reviewerId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("panelMember")
    .select("id")
    .where("cohortId", "=", cohortId)
    .where("reviewerId", "=", reviewerId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPanelMember(
  db: Db,
  member: OfStage & {
    readonly trackKey: string;
    readonly reviewerId: string;
    readonly isExternal: boolean;
    readonly now: Date;
  },
): Promise<string> {
  const { now, isExternal, ...values } = member;
  const id = newId(now);
  await db
    .insertInto("panelMember")
    .values({
      id,
      ...values,
      isExternal: isExternal ? 1 : 0,
      conflictsDeclaredAt: null,
      createdAt: now.toISOString(),
    })
    .execute();
  return id;
}

export async function deletePanelMember(db: Db, id: string): Promise<void> {
  await db.deleteFrom("panelMember").where("id", "=", id).execute();
}

export async function saveConflictsDeclared(
  db: Db,
  { cohortId, stageKey, reviewerId, now }: OfStage & { readonly reviewerId: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("panelMember")
    .set({ conflictsDeclaredAt: now.toISOString() })
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .where("reviewerId", "=", reviewerId)
    .execute();
}

export type StageOfReviewer = {
  readonly cohortId: string;
  readonly definitionId: string;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly phase: CohortPhase;
  readonly stageKey: string;
  readonly position: number;
  readonly stageStatus: StageStatus;
  readonly trackKey: string;
  readonly conflictsDeclaredAt: string | null;
};

/** Everything a reviewer was ever called to, newest cohort first. */
export async function listStagesOfReviewer(db: Db, reviewerId: string): Promise<readonly StageOfReviewer[]> {
  return db
    .selectFrom("panelMember")
    .innerJoin("cohort", "cohort.id", "panelMember.cohortId")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "panelMember.cohortId").onRef("stage.stageKey", "=", "panelMember.stageKey"),
    )
    .select([
      "panelMember.cohortId",
      "cohort.definitionId",
      "cohort.titleKo",
      "cohort.titleEn",
      "cohort.phase",
      "panelMember.stageKey",
      "stage.position",
      "stage.status as stageStatus",
      "panelMember.trackKey",
      "panelMember.conflictsDeclaredAt",
    ])
    .where("panelMember.reviewerId", "=", reviewerId)
    .orderBy("cohort.createdAt", "desc")
    .orderBy("stage.position")
    .orderBy("panelMember.trackKey")
    .limit(200)
    .execute();
}

export type ReviewerOfAcademy = { readonly id: string; readonly name: string; readonly email: string };

/** Who may be called to a panel: reviewers of the academy whose account is in use. */
export async function listReviewersOfAcademy(db: Db, academyId: string): Promise<readonly ReviewerOfAcademy[]> {
  return db
    .selectFrom("account")
    .select(["id", "name", "email"])
    .where("academyId", "=", academyId)
    .where("role", "=", "reviewer")
    .where("disabledAt", "is", null)
    .orderBy("name")
    .orderBy("id")
    .limit(1000)
    .execute();
}

function members(db: Db) {
  return db
    .selectFrom("panelMember")
    .innerJoin("account", "account.id", "panelMember.reviewerId")
    .selectAll("panelMember")
    .select(["account.name as reviewerName", "account.email", "account.language"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof members>["execute"]>>[number];

function toMember({ isExternal, ...row }: Row): PanelMember {
  return { ...row, isExternal: isExternal === 1 };
}

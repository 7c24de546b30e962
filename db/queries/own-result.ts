import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { StageOutcome } from "#app/domain/cohort/stage-status.ts";
import type { ExplanationLine } from "#app/domain/selection/explain.ts";
import type { Db } from "../connect.ts";
import type { EntryDetail } from "./stage-entries.ts";

export type OwnStanding = {
  readonly id: string;
  readonly cohortId: string;
  readonly academyId: string;
  readonly applicantId: string;
  readonly status: ApplicationStatus;
  readonly applicationNumber: string | null;
  readonly excludedReason: string | null;
};

export async function findOwnStanding(db: Db, applicationId: string): Promise<OwnStanding | undefined> {
  return db
    .selectFrom("application")
    .select(["id", "cohortId", "academyId", "applicantId", "status", "applicationNumber", "excludedReason"])
    .where("id", "=", applicationId)
    .executeTakeFirst();
}

export type PublishedStage = {
  readonly stageKey: string;
  readonly publishedAt: string;
  readonly outcome: StageOutcome;
  readonly score: string | null;
  readonly detail: EntryDetail | null;
};

/** Outcomes of the stages that were published, in their order; nothing of a stage that was not. */
export async function listPublishedStages(db: Db, applicationId: string): Promise<readonly PublishedStage[]> {
  const rows = await db
    .selectFrom("stageEntry")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "stageEntry.cohortId").onRef("stage.stageKey", "=", "stageEntry.stageKey"),
    )
    .select(["stageEntry.stageKey", "stage.publishedAt", "stageEntry.outcome", "stageEntry.score", "stageEntry.detail"])
    .where("stageEntry.applicationId", "=", applicationId)
    .where("stage.status", "=", "published")
    .orderBy("stage.position")
    .execute();
  return rows.map(({ detail, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt ?? "",
    detail: detail === null ? null : (JSON.parse(detail) as EntryDetail),
  }));
}

export type OwnDecision = {
  readonly outcome: "selected" | "reserve" | "not_selected";
  readonly trackKey: string | null;
  readonly reserveNumber: number | null;
  readonly total: string | null;
  readonly publishedAt: string;
  readonly explanation: readonly ExplanationLine[];
};

/** A decision is stored when it is published, never before. */
export async function findOwnDecision(db: Db, applicationId: string): Promise<OwnDecision | undefined> {
  const row = await db
    .selectFrom("decision")
    .select(["outcome", "trackKey", "reserveNumber", "total", "publishedAt", "explanation"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
  return row && { ...row, explanation: JSON.parse(row.explanation) as ExplanationLine[] };
}

export type WaitingToday = { readonly ahead: number; readonly told: number };

/**
 * What a reserve number means today: how many stand in front on the same list, and how many of the list were offered a seat.
 * A seat that is only held counts as nothing: the person, and everybody behind, is told when it is offered.
 */
export async function countWaitingToday(
  db: Db,
  { cohortId, trackKey, number }: { cohortId: string; trackKey: string; number: number },
): Promise<WaitingToday> {
  const rows = await db
    .selectFrom("reservePlace")
    .select(["reservePlace.number", "reservePlace.status"])
    .select((eb) =>
      eb
        .selectFrom("offer")
        .select((inner) => inner.fn.countAll<number>().as("offers"))
        .whereRef("offer.applicationId", "=", "reservePlace.applicationId")
        .where("offer.origin", "=", "reserve")
        .where("offer.openedAt", "is not", null)
        .as("offers"),
    )
    .where("reservePlace.cohortId", "=", cohortId)
    .where("reservePlace.trackKey", "=", trackKey)
    .execute();
  const wasTold = ({ offers }: { readonly offers: number | null }) => Number(offers ?? 0) > 0;
  const ahead = rows.filter(
    (row) => row.number < number && !wasTold(row) && (row.status === "waiting" || row.status === "promoted"),
  );
  return { ahead: ahead.length, told: rows.filter(wasTold).length };
}

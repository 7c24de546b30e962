import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { StageOutcome } from "#app/domain/cohort/stage-status.ts";
import type { Db } from "../connect.ts";

/** One thing that happened to an application and that its owner may know. */
export type Happening =
  | { readonly kind: "started" | "submitted" | "withdrawn" | "reserve_left"; readonly at: string }
  | { readonly kind: "changed"; readonly at: string; readonly times: number }
  | { readonly kind: "document_asked" | "document_fulfilled"; readonly at: string; readonly documentKey: string }
  | {
      readonly kind: "stage_result";
      readonly at: string;
      readonly stageKey: string;
      readonly outcome: StageOutcome;
    }
  | { readonly kind: "result"; readonly at: string; readonly outcome: "selected" | "reserve" | "not_selected" }
  | {
      readonly kind: "offered" | "accepted" | "declined" | "lapsed" | "cancelled";
      readonly at: string;
      readonly trackKey: string;
    }
  | { readonly kind: "appeal_made" | "appeal_answered"; readonly at: string; readonly number: number };

type Own = {
  readonly id: string;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
  readonly status: ApplicationStatus;
};

/** Everything told so far, oldest first. Only what was published: no stage before its result, no seat that is only held. */
export async function listHappenings(db: Db, own: Own): Promise<readonly Happening[]> {
  const { id, createdAt, withdrawnAt } = own;
  const happened: readonly Happening[] = [
    { kind: "started", at: createdAt },
    ...(await submissionsOf(db, id)),
    ...(await requestsOf(db, id)),
    ...(await resultsOf(db, id)),
    ...(await seatsOf(db, id)),
    ...(await appealsOf(db, id)),
    ...(withdrawnAt === null ? [] : [{ kind: "withdrawn", at: withdrawnAt } as const]),
  ];
  return happened.toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

async function submissionsOf(db: Db, applicationId: string): Promise<readonly Happening[]> {
  const rows = await db
    .selectFrom("applicationSubmission")
    .select("arrivedAt")
    .where("applicationId", "=", applicationId)
    .orderBy("number")
    .execute();
  const [first, ...later] = rows;
  const last = later.at(-1);
  if (!first) return [];
  const submitted = { kind: "submitted", at: first.arrivedAt } as const;
  return last ? [submitted, { kind: "changed", at: last.arrivedAt, times: later.length }] : [submitted];
}

async function requestsOf(db: Db, applicationId: string): Promise<readonly Happening[]> {
  const rows = await db
    .selectFrom("documentRequest")
    .select(["documentKey", "requestedAt", "fulfilledAt"])
    .where("applicationId", "=", applicationId)
    .where("cancelledAt", "is", null)
    .execute();
  return rows.flatMap(({ documentKey, requestedAt, fulfilledAt }): Happening[] => [
    { kind: "document_asked", at: requestedAt, documentKey },
    ...(fulfilledAt === null ? [] : [{ kind: "document_fulfilled", at: fulfilledAt, documentKey } as const]),
  ]);
}

async function resultsOf(db: Db, applicationId: string): Promise<readonly Happening[]> {
  const stages = await db
    .selectFrom("stageEntry")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "stageEntry.cohortId").onRef("stage.stageKey", "=", "stageEntry.stageKey"),
    )
    .select(["stageEntry.stageKey", "stageEntry.outcome", "stage.publishedAt"])
    .where("stageEntry.applicationId", "=", applicationId)
    .where("stage.status", "=", "published")
    .orderBy("stage.position")
    .execute();
  const decision = await db
    .selectFrom("decision")
    .select(["outcome", "publishedAt"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
  return [
    ...stages.flatMap(({ publishedAt, ...stage }): Happening[] =>
      publishedAt === null ? [] : [{ kind: "stage_result", at: publishedAt, ...stage }],
    ),
    ...(decision ? [{ kind: "result", at: decision.publishedAt, outcome: decision.outcome } as const] : []),
  ];
}

async function seatsOf(db: Db, applicationId: string): Promise<readonly Happening[]> {
  const offers = await db
    .selectFrom("offer")
    .select(["trackKey", "status", "origin", "openedAt", "answeredAt"])
    .where("applicationId", "=", applicationId)
    .where("openedAt", "is not", null)
    .execute();
  const place = await db
    .selectFrom("reservePlace")
    .select(["status", "endedAt"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
  const told = offers.flatMap(({ trackKey, status, origin, openedAt, answeredAt }): Happening[] => {
    // The seat of the selection itself is told with the result.
    const offered = origin === "reserve" ? [{ kind: "offered", at: openedAt ?? "", trackKey } as const] : [];
    if (status === "open" || status === "held" || answeredAt === null) return offered;
    return [...offered, { kind: status, at: answeredAt, trackKey }];
  });
  const left = place?.status === "left" ? place.endedAt : null;
  return left === null ? told : [...told, { kind: "reserve_left", at: left }];
}

async function appealsOf(db: Db, applicationId: string): Promise<readonly Happening[]> {
  const rows = await db
    .selectFrom("appeal")
    .select(["number", "arrivedAt", "decidedAt"])
    .where("applicationId", "=", applicationId)
    .execute();
  return rows.flatMap(({ number, arrivedAt, decidedAt }): Happening[] => [
    { kind: "appeal_made", at: arrivedAt, number },
    ...(decidedAt === null ? [] : [{ kind: "appeal_answered", at: decidedAt, number } as const]),
  ]);
}

import type { Db } from "../connect.ts";

/** One heap of work that waits for somebody, with what is needed to link to it. */
export type OpenWork = {
  readonly kind: "flags" | "claims" | "stageApproval" | "runApproval" | "failedMessages" | "heldSeats";
  readonly cohortId: string;
  readonly things: number;
  readonly stageKey?: string;
  readonly runId?: string;
  /** Who did the first half; the second is for somebody else. */
  readonly firstBy?: string | null;
};

/** What waits in these cohorts. */
export async function listOpenWork(db: Db, cohortIds: readonly string[]): Promise<readonly OpenWork[]> {
  if (cohortIds.length === 0) return [];
  const [flags, claims, stages, runs, messages, offers] = await Promise.all([
    countOpenFlags(db, cohortIds),
    countClaims(db, cohortIds),
    listClosedStages(db, cohortIds),
    listUnapprovedRuns(db, cohortIds),
    countFailedMessages(db, cohortIds),
    countHeldSeats(db, cohortIds),
  ]);
  return [
    ...flags.map((row) => ({ kind: "flags" as const, ...row })),
    ...claims.map((row) => ({ kind: "claims" as const, ...row })),
    ...stages.map((row) => ({ kind: "stageApproval" as const, things: 1, ...row })),
    ...runs.map((row) => ({ kind: "runApproval" as const, things: 1, ...row })),
    ...messages.map((row) => ({ kind: "failedMessages" as const, ...row })),
    ...offers.map((row) => ({ kind: "heldSeats" as const, ...row })),
  ];
}

/** Only of people who are still in the running. */
async function countOpenFlags(db: Db, cohortIds: readonly string[]) {
  return db
    .selectFrom("eligibilityFlag")
    .innerJoin("application", "application.id", "eligibilityFlag.applicationId")
    .select((eb) => ["eligibilityFlag.cohortId", eb.fn.countAll<number>().as("things")])
    .where("eligibilityFlag.cohortId", "in", cohortIds)
    .where("eligibilityFlag.status", "=", "open")
    .where("application.status", "in", ["submitted", "reserved"])
    .groupBy("eligibilityFlag.cohortId")
    .execute();
}

async function countClaims(db: Db, cohortIds: readonly string[]) {
  return db
    .selectFrom("bonusClaim")
    .innerJoin("application", "application.id", "bonusClaim.applicationId")
    .select((eb) => ["bonusClaim.cohortId", eb.fn.countAll<number>().as("things")])
    .where("bonusClaim.cohortId", "in", cohortIds)
    .where("bonusClaim.status", "=", "claimed")
    .where("application.status", "=", "submitted")
    .groupBy("bonusClaim.cohortId")
    .execute();
}

async function listClosedStages(db: Db, cohortIds: readonly string[]) {
  return db
    .selectFrom("stage")
    .select(["cohortId", "stageKey", "closedBy as firstBy"])
    .where("cohortId", "in", cohortIds)
    .where("status", "=", "closed")
    .execute();
}

async function listUnapprovedRuns(db: Db, cohortIds: readonly string[]) {
  return db
    .selectFrom("selectionRun")
    .select(["cohortId", "id as runId", "createdBy as firstBy"])
    .where("cohortId", "in", cohortIds)
    .where("kind", "=", "official")
    .where("status", "=", "complete")
    .execute();
}

async function countFailedMessages(db: Db, cohortIds: readonly string[]) {
  const rows = await db
    .selectFrom("outbox")
    .select((eb) => ["cohortId", eb.fn.countAll<number>().as("things")])
    .where("cohortId", "in", cohortIds)
    .where("status", "=", "failed")
    .groupBy("cohortId")
    .execute();
  return rows.flatMap(({ cohortId, things }) => (cohortId === null ? [] : [{ cohortId, things }]));
}

async function countHeldSeats(db: Db, cohortIds: readonly string[]) {
  return db
    .selectFrom("offer")
    .select((eb) => ["cohortId", eb.fn.countAll<number>().as("things")])
    .where("cohortId", "in", cohortIds)
    .where("status", "=", "held")
    .where("approvedBy", "is", null)
    .groupBy("cohortId")
    .execute();
}

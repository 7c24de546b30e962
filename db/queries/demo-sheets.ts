import type { Db } from "../connect.ts";

export type OpenSheet = {
  readonly reviewId: string;
  readonly applicationNumber: string;
  readonly reviewerId: string;
  readonly status: "assigned" | "draft" | "submitted" | "cancelled";
};

/** Every sheet of a stage that counts, in an order that is the same in every demo database. */
export async function listSheets(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<readonly OpenSheet[]> {
  const rows = await db
    .selectFrom("review")
    .innerJoin("application", "application.id", "review.applicationId")
    .select(["review.id as reviewId", "application.applicationNumber", "review.reviewerId", "review.status"])
    .where("review.cohortId", "=", cohortId)
    .where("review.stageKey", "=", stageKey)
    .where("review.status", "<>", "cancelled")
    .execute();
  return rows
    .map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "" }))
    .toSorted((a, b) => compare(a.applicationNumber, b.applicationNumber) || compare(a.reviewerId, b.reviewerId));
}

export type FilledSheet = {
  readonly reviewId: string;
  readonly hundredths: Readonly<Record<string, number>>;
  readonly isSubmitted: boolean;
  readonly at: Date;
};

/** Scores of made-up reviewers, written as a reviewer's own save and submission would leave them. */
export async function saveSheets(db: Db, sheets: readonly FilledSheet[]): Promise<void> {
  for (const { reviewId, hundredths, isSubmitted, at } of sheets) {
    const scores = Object.entries(hundredths);
    await db.deleteFrom("reviewScore").where("reviewId", "=", reviewId).execute();
    await db
      .insertInto("reviewScore")
      .values(scores.map(([criterionKey, points]) => ({ reviewId, criterionKey, hundredths: points })))
      .execute();
    await db
      .updateTable("review")
      .set({
        status: isSubmitted ? "submitted" : "draft",
        totalHundredths: isSubmitted ? scores.reduce((sum, [, points]) => sum + points, 0) : null,
        revision: 1,
        savedAt: at.toISOString(),
        submittedAt: isSubmitted ? at.toISOString() : null,
      })
      .where("id", "=", reviewId)
      .execute();
  }
}

/** The history of a demo was never mailed, and its records say so. */
export async function settleHistoricMessages(
  db: Db,
  { cohortId, note }: { cohortId: string; note: string },
): Promise<void> {
  await db
    .updateTable("outbox")
    .set((eb) => ({ status: "sent" as const, sentAt: eb.ref("createdAt"), subject: note, claimedUntil: null }))
    .where("cohortId", "=", cohortId)
    .where("status", "=", "queued")
    .execute();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Application numbers of everybody in a stage, in order. */
export async function listEntryNumbers(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("stageEntry")
    .innerJoin("application", "application.id", "stageEntry.applicationId")
    .select("application.applicationNumber")
    .where("stageEntry.cohortId", "=", cohortId)
    .where("stageEntry.stageKey", "=", stageKey)
    .where("application.status", "=", "submitted")
    .execute();
  return rows.map(({ applicationNumber }) => applicationNumber ?? "").toSorted(compare);
}

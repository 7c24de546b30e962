import type { Selectable } from "kysely";
import type { ReviewStatus } from "#app/domain/review/review-status.ts";
import type { Scores } from "#app/domain/review/rubric.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";
import { insertMany } from "./insert-many.ts";

type OfStage = { readonly cohortId: string; readonly stageKey: string };

export type Review = Selectable<Database["review"]>;

/** A review with the state of what it belongs to. */
export type ReviewInContext = Review & {
  readonly evaluationNumber: string;
  readonly stageStatus: Database["stage"]["status"];
  readonly applicationStatus: Database["application"]["status"];
  /** The reviewer declared a conflict with the applicant. */
  readonly conflicted: boolean;
};

export async function findReview(db: Db, id: string): Promise<ReviewInContext | undefined> {
  const row = await db
    .selectFrom("review")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "review.cohortId").onRef("stage.stageKey", "=", "review.stageKey"),
    )
    .innerJoin("stageEntry", (join) =>
      join
        .onRef("stageEntry.applicationId", "=", "review.applicationId")
        .onRef("stageEntry.stageKey", "=", "review.stageKey"),
    )
    .innerJoin("application", "application.id", "review.applicationId")
    .leftJoin("conflict", (join) =>
      join
        .onRef("conflict.reviewerId", "=", "review.reviewerId")
        .onRef("conflict.applicationId", "=", "review.applicationId"),
    )
    .selectAll("review")
    .select([
      "stageEntry.evaluationNumber",
      "stage.status as stageStatus",
      "application.status as applicationStatus",
      "conflict.id as conflictId",
    ])
    .where("review.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { conflictId, ...review } = row;
  return { ...review, conflicted: conflictId !== null };
}

export async function listScores(db: Db, reviewId: string): Promise<Scores> {
  const rows = await db
    .selectFrom("reviewScore")
    .select(["criterionKey", "hundredths"])
    .where("reviewId", "=", reviewId)
    .execute();
  return Object.fromEntries(rows.map(({ criterionKey, hundredths }) => [criterionKey, hundredths]));
}

/** Stores a sheet over `revision`; false when it was saved elsewhere meanwhile, and nothing is stored. */
export async function saveSheet(
  db: Db,
  sheet: {
    readonly reviewId: string;
    readonly revision: number;
    readonly scores: Scores;
    readonly comment: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const { reviewId, revision, scores, comment, now } = sheet;
  const saved = await db
    .updateTable("review")
    .set({ status: "draft", comment, revision: revision + 1, savedAt: now.toISOString() })
    .where("id", "=", reviewId)
    .where("revision", "=", revision)
    .where("status", "in", ["assigned", "draft"])
    .returning("id")
    .executeTakeFirst();
  if (!saved) return false;
  await db.deleteFrom("reviewScore").where("reviewId", "=", reviewId).execute();
  const rows = Object.entries(scores).map(([criterionKey, hundredths]) => ({ reviewId, criterionKey, hundredths }));
  await insertMany(db, "reviewScore", rows);
  return true;
}

/** Locks the sheet with its total. */
export async function saveSubmission(
  db: Db,
  { reviewId, totalHundredths, now }: { reviewId: string; totalHundredths: number; now: Date },
): Promise<void> {
  await db
    .updateTable("review")
    .set((eb) => ({
      status: "submitted" as const,
      totalHundredths,
      revision: eb("revision", "+", 1),
      submittedAt: now.toISOString(),
    }))
    .where("id", "=", reviewId)
    .where("status", "=", "draft")
    .execute();
}

export type ReviewOfStage = Pick<Review, "id" | "applicationId" | "reviewerId" | "status" | "position">;

/** Every review of a stage, cancelled ones included. */
export async function listReviewsOfStage(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly ReviewOfStage[]> {
  return db
    .selectFrom("review")
    .select(["id", "applicationId", "reviewerId", "status", "position"])
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .execute();
}

export type NewReview = {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly position: number;
};

export async function insertAssignmentBatch(
  db: Db,
  batch: OfStage & {
    readonly seed: string;
    readonly summary: unknown;
    readonly createdBy: string | null;
    readonly now: Date;
  },
): Promise<string> {
  const { now, summary, ...values } = batch;
  const id = newId(now);
  await db
    .insertInto("assignmentBatch")
    .values({ id, ...values, summary: JSON.stringify(summary), createdAt: now.toISOString() })
    .execute();
  return id;
}

/**
 * Gives reviews to reviewers. Where the same reviewer had the same application before (and the review was cancelled
 * because they left the panel), that review comes back with what had been saved in it.
 */
export async function insertReviews(
  db: Db,
  {
    cohortId,
    stageKey,
    batchId,
    reviews,
    now,
  }: OfStage & { batchId: string; reviews: readonly NewReview[]; now: Date },
): Promise<void> {
  const rows = reviews.map((review) => ({
    id: newId(now),
    cohortId,
    stageKey,
    ...review,
    batchId,
    status: "assigned" as const,
    comment: "",
    totalHundredths: null,
    revision: 0,
    assignedAt: now.toISOString(),
    savedAt: null,
    submittedAt: null,
    cancelledAt: null,
    cancelReason: null,
  }));
  for (let from = 0; from < rows.length; from += 200) {
    await db
      .insertInto("review")
      .values(rows.slice(from, from + 200))
      .onConflict((conflict) =>
        conflict
          .columns(["cohortId", "stageKey", "applicationId", "reviewerId"])
          .doUpdateSet((eb) => ({
            status: eb.case().when("review.savedAt", "is", null).then("assigned").else("draft").end() as never,
            batchId: eb.ref("excluded.batchId"),
            position: eb.ref("excluded.position"),
            assignedAt: eb.ref("excluded.assignedAt"),
            cancelledAt: null,
            cancelReason: null,
          }))
          .where("review.status", "=", "cancelled"),
      )
      .execute();
  }
}

/** Takes reviews away at once; `includingSubmitted` for a conflict, which taints what was handed in, too. */
export async function cancelReviews(
  db: Db,
  cancelled: OfStage & {
    readonly reviewerId: string;
    readonly applicationIds: readonly string[];
    readonly includingSubmitted: boolean;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<number> {
  const { cohortId, stageKey, reviewerId, applicationIds, includingSubmitted, reason, now } = cancelled;
  const statuses: readonly ReviewStatus[] = includingSubmitted
    ? ["assigned", "draft", "submitted"]
    : ["assigned", "draft"];
  let count = 0;
  for (let from = 0; from < applicationIds.length; from += 500) {
    const rows = await db
      .updateTable("review")
      .set({ status: "cancelled", cancelledAt: now.toISOString(), cancelReason: reason })
      .where("cohortId", "=", cohortId)
      .where("stageKey", "=", stageKey)
      .where("reviewerId", "=", reviewerId)
      .where("status", "in", statuses)
      .where("applicationId", "in", applicationIds.slice(from, from + 500))
      .returning("id")
      .execute();
    count += rows.length;
  }
  return count;
}

import type { ReviewStatus } from "#app/domain/review/review-status.ts";
import type { Scores } from "#app/domain/review/rubric.ts";
import type { Db } from "../connect.ts";

type OfStage = { readonly cohortId: string; readonly stageKey: string };

export type QueueEntry = {
  readonly reviewId: string;
  readonly evaluationNumber: string;
  readonly status: Exclude<ReviewStatus, "cancelled">;
  readonly revision: number;
  readonly scores: Scores;
};

/** One reviewer's reviews in their own order of reading; what was cancelled or withdrawn is not there. */
export async function listQueue(
  db: Db,
  { cohortId, stageKey, reviewerId }: OfStage & { readonly reviewerId: string },
): Promise<readonly QueueEntry[]> {
  const own = ownReviews(db, { cohortId, stageKey, reviewerId });
  const reviews = await own
    .innerJoin("stageEntry", (join) =>
      join
        .onRef("stageEntry.applicationId", "=", "review.applicationId")
        .onRef("stageEntry.stageKey", "=", "review.stageKey"),
    )
    .select(["review.id as reviewId", "stageEntry.evaluationNumber", "review.status", "review.revision"])
    .orderBy("review.position")
    .orderBy("review.id")
    .execute();
  const scores = await own
    .innerJoin("reviewScore", "reviewScore.reviewId", "review.id")
    .select(["reviewScore.reviewId", "reviewScore.criterionKey", "reviewScore.hundredths"])
    .execute();
  const scoresOf = new Map<string, Record<string, number>>();
  for (const { reviewId, criterionKey, hundredths } of scores) {
    const known = scoresOf.get(reviewId) ?? {};
    known[criterionKey] = hundredths;
    scoresOf.set(reviewId, known);
  }
  return reviews.map(({ status, ...review }) => ({
    ...review,
    status: status as QueueEntry["status"],
    scores: scoresOf.get(review.reviewId) ?? {},
  }));
}

export type ReviewCount = OfStage & {
  readonly reviewerId: string;
  readonly status: ReviewStatus;
  readonly reviews: number;
};

/** How far each reviewer of a cohort has come; withdrawn and excluded applications are left out. */
export async function countReviews(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly ReviewCount[]> {
  return counts(db).where("review.cohortId", "=", cohortId).where("review.stageKey", "=", stageKey).execute();
}

/** How far one reviewer has come, everywhere. */
export async function countReviewsOfReviewer(db: Db, reviewerId: string): Promise<readonly ReviewCount[]> {
  return counts(db).where("review.reviewerId", "=", reviewerId).execute();
}

export type AssignmentBatch = {
  readonly id: string;
  readonly seed: string;
  readonly summary: string;
  readonly createdAt: string;
  readonly createdByName: string | null;
};

/** The assignments of a stage, newest first. */
export async function listAssignmentBatches(
  db: Db,
  { cohortId, stageKey }: OfStage,
): Promise<readonly AssignmentBatch[]> {
  return db
    .selectFrom("assignmentBatch")
    .leftJoin("account", "account.id", "assignmentBatch.createdBy")
    .select([
      "assignmentBatch.id",
      "assignmentBatch.seed",
      "assignmentBatch.summary",
      "assignmentBatch.createdAt",
      "account.name as createdByName",
    ])
    .where("assignmentBatch.cohortId", "=", cohortId)
    .where("assignmentBatch.stageKey", "=", stageKey)
    .orderBy("assignmentBatch.createdAt", "desc")
    .orderBy("assignmentBatch.id", "desc")
    .limit(100)
    .execute();
}

function ownReviews(db: Db, { cohortId, stageKey, reviewerId }: OfStage & { readonly reviewerId: string }) {
  return db
    .selectFrom("review")
    .innerJoin("application", "application.id", "review.applicationId")
    .leftJoin("conflict", (join) =>
      join
        .onRef("conflict.reviewerId", "=", "review.reviewerId")
        .onRef("conflict.applicationId", "=", "review.applicationId"),
    )
    .where("review.cohortId", "=", cohortId)
    .where("review.stageKey", "=", stageKey)
    .where("review.reviewerId", "=", reviewerId)
    .where("review.status", "<>", "cancelled")
    .where("application.status", "not in", ["withdrawn", "excluded"])
    .where("conflict.id", "is", null);
}

function counts(db: Db) {
  return db
    .selectFrom("review")
    .innerJoin("application", "application.id", "review.applicationId")
    .select([
      "review.cohortId",
      "review.stageKey",
      "review.reviewerId",
      "review.status",
      (eb) => eb.fn.countAll<number>().as("reviews"),
    ])
    .where("application.status", "not in", ["withdrawn", "excluded"])
    .groupBy(["review.cohortId", "review.stageKey", "review.reviewerId", "review.status"]);
}

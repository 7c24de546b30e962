import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { rubricOf, type Rubric } from "#app/domain/review/rubric.ts";
import type { Db, Trx } from "#db/connect.ts";
import { getCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listSeatsOfReviewer } from "#db/queries/panels.ts";
import { findPledge } from "#db/queries/pledges.ts";
import { findReview, type ReviewInContext } from "#db/queries/reviews.ts";
import { lockCohort } from "#db/transaction.ts";

export type OpenSheet = {
  readonly review: ReviewInContext;
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly stage: StageDefinition;
  readonly rubric: Rubric;
};
export type SheetRefusal = "not-yours" | "pledge-missing" | "conflicts-undeclared";

/**
 * The way to one review for its reviewer: nobody else, not after a conflict, and not before pledge and declaration.
 * A review that was cancelled, or whose applicant has left, does not exist any more.
 */
export async function openSheet(
  db: Db,
  actor: AccountActor,
  { reviewId, to }: { readonly reviewId: string; readonly to: "read" | "write" },
): Promise<Result<OpenSheet, SheetRefusal>> {
  const review = await findReview(db, reviewId);
  if (!review || !can(actor, `review:${to}`, review)) return refuse("not-yours");
  if (review.status === "cancelled" || hasLeft(review)) return refuse("not-yours");
  const { cohortId, stageKey, reviewerId } = review;
  if (!(await findPledge(db, { cohortId, reviewerId }))) return refuse("pledge-missing");
  const seats = await listSeatsOfReviewer(db, { cohortId, stageKey, reviewerId });
  if (seats.some(({ conflictsDeclaredAt }) => conflictsDeclaredAt === null)) return refuse("conflicts-undeclared");

  const cohort = await getCohort(db, cohortId);
  const definition = await getDefinition(db, cohort.definitionId);
  const stage = stageByKey(definition, stageKey);
  if (!stage) return refuse("not-yours");
  return done({ review, cohort, definition, stage, rubric: rubricOf(stage) });
}

/** The same for a write: the stage cannot be closed while it lasts. */
export async function openSheetToWrite(
  trx: Trx,
  actor: AccountActor,
  reviewId: string,
): Promise<Result<OpenSheet, SheetRefusal>> {
  const review = await findReview(trx, reviewId);
  if (review) await lockCohort(trx, review.cohortId);
  return openSheet(trx, actor, { reviewId, to: "write" });
}

function hasLeft({ applicationStatus }: ReviewInContext): boolean {
  return applicationStatus === "withdrawn" || applicationStatus === "excluded";
}

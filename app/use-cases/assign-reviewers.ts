import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isImported } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { done, refuse } from "#app/domain/result.ts";
import { readingOrder, type Assignment } from "#app/domain/review/assignment.ts";
import { paths } from "#app/paths.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { enqueueMessages, type NewMessage } from "#db/queries/outbox.ts";
import { cancelReviews, insertAssignmentBatch, insertReviews, type NewReview } from "#db/queries/reviews.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findPendingSeed, planAssignment, type AssignmentPlan } from "./plan-assignment.ts";
import { findStageContext, type StageContext } from "./stage-context.ts";

type AssignReviewers = {
  readonly cohortId: string;
  readonly stageKey: string;
  /** Of a repeatable set-up; otherwise the one that was drawn for the preview. */
  readonly seed?: string;
  readonly now: Date;
};

/**
 * Gives every application of an open stage the reviews it still needs. What exists stays: after a conflict or a
 * departure only the missing reviews are handed out. Job kind `assign_reviewers`.
 */
export async function assignReviewers(db: Db, actor: Actor, { cohortId, stageKey, now, ...input }: AssignReviewers) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "review:assign", context.cohort)) return refuse("not-yours");
    if (isImported(context.rule)) return refuse("stage-is-imported");
    if (context.stage.status === "waiting") return refuse("stage-not-open");
    if (context.stage.status !== "open") return refuse("stage-closed");
    const seed = input.seed ?? (await findPendingSeed(trx, context.stage));
    // No seed waits: another person, or this very job before its worker died, has assigned meanwhile.
    if (seed === undefined) return refuse("seed-missing");

    const plan = await planAssignment(trx, { ...context, seed });
    if (plan.panel.length === 0) return refuse("panel-empty");
    if (!plan.outcome.ok) return refuse("reviewers-short");
    const assignment = plan.outcome.value;
    const added = assignment.added.length;
    const batchId = added === 0 ? null : await store(trx, actor, { context, plan, assignment, seed, now });
    return done({ added, batchId });
  });
}

type ToStore = {
  readonly context: StageContext;
  readonly plan: AssignmentPlan;
  readonly assignment: Assignment;
  readonly seed: string;
  readonly now: Date;
};

async function store(trx: Trx, actor: Actor, { context, plan, assignment, seed, now }: ToStore): Promise<string> {
  const { id: cohortId } = context.cohort;
  const { stageKey } = context.stage;
  const summary = { size: plan.size, applications: plan.applications, added: assignment.added.length };
  const batchId = await insertAssignmentBatch(trx, {
    cohortId,
    stageKey,
    seed,
    summary: { ...summary, loads: assignment.loads, external: plan.external },
    createdBy: accountIdOf(actor),
    now,
  });
  for (const { applicationId, reviewerId } of assignment.removed) {
    const moved = { cohortId, stageKey, reviewerId, applicationIds: [applicationId], includingSubmitted: false };
    await cancelReviews(trx, { ...moved, reason: "reassigned", now });
  }
  await insertReviews(trx, { cohortId, stageKey, batchId, reviews: inReadingOrder(plan, assignment, seed), now });
  await recordEvent(trx, {
    event: "reviewers-assigned",
    actor,
    cohortId,
    subjectKind: "assignment",
    subjectId: batchId,
    payload: { stage: stageKey, seed, ...summary },
    now,
  });
  await enqueueMessages(trx, messages({ context, plan, assignment, batchId, now }));
  return batchId;
}

/** New reviews come behind those that the reviewer already has, in the reviewer's own drawn order. */
function inReadingOrder(plan: AssignmentPlan, { added }: Assignment, seed: string): readonly NewReview[] {
  const reviewers = [...new Set(added.map(({ reviewerId }) => reviewerId))];
  return reviewers.flatMap((reviewerId) => {
    const own = added.filter((pair) => pair.reviewerId === reviewerId).map(({ applicationId }) => applicationId);
    const last = plan.reviews
      .filter((review) => review.reviewerId === reviewerId)
      .reduce((most, { position }) => Math.max(most, position), 0);
    return readingOrder(seed, reviewerId, own).map((applicationId, index) => ({
      applicationId,
      reviewerId,
      position: last + index + 1,
    }));
  });
}

function messages({
  context: { cohort, rule, stage },
  plan,
  assignment,
  batchId,
  now,
}: Omit<ToStore, "seed"> & { readonly batchId: string }): readonly NewMessage[] {
  const people = new Map(plan.panel.map((member) => [member.reviewerId, member]));
  return [...people.values()].flatMap(({ reviewerId, reviewerName, email, language }) => {
    const count = assignment.added.filter((pair) => pair.reviewerId === reviewerId).length;
    if (count === 0) return [];
    return [
      {
        key: `review_assigned:${batchId}:${reviewerId}`,
        message: {
          kind: "review_assigned" as const,
          name: reviewerName,
          cohort: language === "ko" ? cohort.titleKo : cohort.titleEn,
          stage: text(rule.title, language),
          count,
          path: paths.review.queue(cohort.id, stage.stageKey),
        },
        recipient: email,
        language,
        academyId: cohort.academyId,
        cohortId: cohort.id,
        now,
      },
    ];
  });
}

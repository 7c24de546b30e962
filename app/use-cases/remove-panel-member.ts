import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { deletePanelMember, findPanelMember, listSeatsOfReviewer } from "#db/queries/panels.ts";
import { cancelReviews, listReviewsOfStage } from "#db/queries/reviews.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";

type RemovePanelMember = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly memberId: string;
  readonly now: Date;
};

/** Takes a reviewer out of a pool. What they handed in stays; the rest goes to others with the next assignment. */
export async function removePanelMember(
  db: Db,
  actor: Actor,
  { cohortId, stageKey, memberId, now }: RemovePanelMember,
) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "review:assign", context.cohort)) return refuse("not-yours");
    const member = await findPanelMember(trx, memberId);
    if (member?.cohortId !== cohortId || member.stageKey !== stageKey) return refuse("not-yours");
    if (context.stage.status !== "waiting" && context.stage.status !== "open") return refuse("stage-closed");

    await deletePanelMember(trx, memberId);
    const { reviewerId } = member;
    const seats = await listSeatsOfReviewer(trx, { cohortId, stageKey, reviewerId });
    const tracks = new Set(seats.map(({ trackKey }) => trackKey));
    const trackOf = new Map(
      (await listStageEntries(trx, { cohortId, stageKey })).map((entry) => [entry.applicationId, entry.firstChoice]),
    );
    const stillTheirs = (applicationId: string) => tracks.has("") || tracks.has(trackOf.get(applicationId) ?? "");
    const reviews = await listReviewsOfStage(trx, { cohortId, stageKey });
    const cancelled = await cancelReviews(trx, {
      cohortId,
      stageKey,
      reviewerId,
      applicationIds: reviews
        .filter((review) => review.reviewerId === reviewerId && !stillTheirs(review.applicationId))
        .map(({ applicationId }) => applicationId),
      includingSubmitted: false,
      reason: "left-panel",
      now,
    });
    await recordEvent(trx, {
      event: "panel-member-removed",
      actor,
      cohortId,
      subjectKind: "panel-member",
      subjectId: memberId,
      payload: { stage: stageKey, trackKey: member.trackKey, reviewerId, cancelled },
      now,
    });
    return done({ cancelled });
  });
}

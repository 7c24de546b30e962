import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isImported } from "#app/domain/programme/stage.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findStageEntry, saveEntryOutcomes } from "#db/queries/stage-entries.ts";
import { listReviewInputs } from "#db/queries/stage-inputs.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";

type MarkAbsent = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly evaluationNumber: string;
  /** False takes a note back. */
  readonly absent: boolean;
  readonly reason: string;
  readonly now: Date;
};

/** Notes that somebody did not come to a stage that people review, so that no review is missing. */
export async function markAbsent(db: Db, actor: Actor, { cohortId, stageKey, now, ...input }: MarkAbsent) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "stage:close", context.cohort)) return refuse("not-yours");
    if (context.stage.status !== "open") return refuse("stage-not-open");
    if (isImported(context.rule) || context.rule.absent === undefined) return refuse("stage-knows-no-absence");
    const reason = input.reason.trim();
    if (reason === "") return refuse("reason-missing");
    const entry = await findStageEntry(trx, { cohortId, stageKey, evaluationNumber: input.evaluationNumber.trim() });
    if (!entry) return refuse("number-unknown");
    if (input.absent && (await isReviewed(trx, { cohortId, stageKey, applicationId: entry.applicationId }))) {
      return refuse("already-reviewed");
    }

    const outcome = input.absent ? ("absent" as const) : ("pending" as const);
    const { id, applicationId, evaluationNumber } = entry;
    const noted = { id, applicationId, evaluationNumber, outcome, score: null, detail: null };
    await saveEntryOutcomes(trx, {
      cohortId,
      stageKey,
      outcomes: [{ ...noted, reason: input.absent ? reason : null }],
    });
    await recordEvent(trx, {
      event: input.absent ? "absence-noted" : "absence-taken-back",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { stage: stageKey, reason },
      now,
    });
    return done({ evaluationNumber, outcome });
  });
}

type Reviewed = { readonly cohortId: string; readonly stageKey: string; readonly applicationId: string };

async function isReviewed(db: Db, { cohortId, stageKey, applicationId }: Reviewed): Promise<boolean> {
  const reviews = await listReviewInputs(db, { cohortId, stageKey });
  return reviews.some((review) => review.applicationId === applicationId && review.submitted);
}

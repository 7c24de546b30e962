import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { clearEntryOutcomes } from "#db/queries/stage-entries.ts";
import { saveStage } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";

type ReopenStage = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly reason: string;
  readonly now: Date;
};

/** Takes a closing back before anybody approved it, so that a review or an import can be put right. */
export async function reopenStage(db: Db, actor: Actor, { cohortId, stageKey, reason, now }: ReopenStage) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "stage:close", context.cohort)) return refuse("not-yours");
    if (context.stage.status !== "closed") return refuse("stage-not-closed");
    if (reason.trim() === "") return refuse("reason-missing");

    await clearEntryOutcomes(trx, { cohortId, stageKey });
    await saveStage(trx, { cohortId, stageKey, status: "open", closed: null });
    await recordEvent(trx, {
      event: "stage-reopened",
      actor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: { reason: reason.trim(), digest: context.stage.digest },
      now,
    });
    return done({ stageKey });
  });
}

import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import { saveStage } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";
import { stageDigest } from "./stage-outcomes.ts";

type ApproveStage = { readonly cohortId: string; readonly stageKey: string; readonly now: Date };

/** The second administrator's word: from here on the outcomes of the stage stand. After the last stage, selection begins. */
export async function approveStage(db: Db, actor: Actor, { cohortId, stageKey, now }: ApproveStage) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "stage:publish", context.cohort)) return refuse("not-yours");
    const { cohort, stage, nextRule } = context;
    if (stage.status !== "closed") return refuse("stage-not-closed");
    const { academyId } = cohort;
    if (!can(actor, "stage:approve", { academyId, firstBy: stage.closedBy })) {
      return refuse("second-administrator-needed");
    }
    const entries = await listStageEntries(trx, { cohortId, stageKey });
    const digest = stageDigest(
      stageKey,
      entries.map((entry) => ({ entry, outcome: entry })),
    );
    if (digest !== stage.digest) return refuse("digest-differs");

    await saveStage(trx, { cohortId, stageKey, status: "approved", approved: { at: now, by: accountIdOf(actor) } });
    if (nextRule === undefined) await savePhase(trx, { cohortId, phase: "selecting", now });
    await recordEvent(trx, {
      event: "stage-approved",
      actor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: { digest },
      now,
    });
    return done({ digest });
  });
}

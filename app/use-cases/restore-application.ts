import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { listEntriesOfApplication, saveEntryOutcome, saveExclusion } from "#db/queries/screening.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type Restoration = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly reason: string;
  readonly now: Date;
};

/**
 * Takes an exclusion back. Possible while every stage that the person missed is still open or has not begun:
 * afterwards the others' results would change, which is an appeal.
 */
export async function restoreApplication(db: Db, actor: Actor, { cohortId, applicationId, reason, now }: Restoration) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const application = await findApplication(trx, applicationId);
    if (application?.cohortId !== cohortId || !can(actor, "application:screen", application)) {
      return refuse("not-yours");
    }
    if (reason.trim() === "") return refuse("reason-missing");
    if (application.status !== "excluded") return refuse("move-not-allowed");
    if (hasReached((await getCohort(trx, cohortId)).phase, "confirmed")) return refuse("selection-final");

    const entries = await listEntriesOfApplication(trx, applicationId);
    const begun = (await listStagesOfCohort(trx, cohortId)).filter(({ status }) => status !== "waiting");
    const missed = begun.some(({ stageKey, status }) => {
      const entry = entries.find((each) => each.stageKey === stageKey);
      return entry === undefined || (entry.outcome === "excluded" && status !== "open");
    });
    if (missed) return refuse("stage-missed");

    await saveExclusion(trx, { id: applicationId, status: "submitted", reason: null });
    for (const entry of entries) {
      if (entry.outcome === "excluded") await saveEntryOutcome(trx, { id: entry.id, outcome: "pending", reason: null });
    }
    await recordEvent(trx, {
      event: "application-restored",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { reason: reason.trim() },
      now,
    });
    return done({ applicationId });
  });
}

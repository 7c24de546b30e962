import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { leaveReserveList, listEntriesOfApplication, saveEntryOutcome, saveExclusion } from "#db/queries/screening.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type Exclusion = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly reason: string;
  readonly now: Date;
};

/** Takes somebody out of the running: out of the open stage too, and off the reserve list. */
export async function excludeApplication(db: Db, actor: Actor, { cohortId, applicationId, reason, now }: Exclusion) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const application = await findApplication(trx, applicationId);
    if (application?.cohortId !== cohortId || !can(actor, "application:screen", application)) {
      return refuse("not-yours");
    }
    if (reason.trim() === "") return refuse("reason-missing");
    const moved = moveApplication(application.status, "exclude");
    if (!moved.ok) return moved;

    await saveExclusion(trx, { id: applicationId, status: "excluded", reason: reason.trim() });
    for (const entry of await listEntriesOfApplication(trx, applicationId)) {
      if (entry.outcome !== "pending") continue;
      await saveEntryOutcome(trx, { id: entry.id, outcome: "excluded", reason: reason.trim() });
    }
    if (application.status === "reserved") await leaveReserveList(trx, { applicationId, now });
    await recordEvent(trx, {
      event: "application-excluded",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { before: application.status, reason: reason.trim() },
      now,
    });
    return done({ applicationId });
  });
}

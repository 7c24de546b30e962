import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { ClaimVerdict } from "#app/domain/cohort/form.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { findClaimOfCohort, saveClaimDecision } from "#db/queries/screening.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type ClaimDecision = {
  readonly cohortId: string;
  readonly claimId: string;
  readonly verdict: ClaimVerdict;
  /** Needed for a rejection. */
  readonly reason?: string;
  readonly now: Date;
};

/** Only verified claims give points; a rejection says why. */
export async function decideClaim(
  db: Db,
  actor: Actor,
  { cohortId, claimId, verdict, reason = "", now }: ClaimDecision,
) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    const claim = await findClaimOfCohort(trx, { cohortId, id: claimId });
    if (!claim) return refuse("not-yours");
    if (verdict === "rejected" && reason.trim() === "") return refuse("reason-missing");
    if (hasReached(cohort.phase, "confirmed")) return refuse("selection-final");

    await saveClaimDecision(trx, {
      id: claim.id,
      status: verdict,
      reason: reason.trim() || null,
      decidedBy: accountIdOf(actor),
      now,
    });
    await recordEvent(trx, {
      event: "claim-decided",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: claim.applicationId,
      payload: { item: claim.itemKey, verdict, before: claim.status, reason: reason.trim() },
      now,
    });
    return done({ applicationId: claim.applicationId });
  });
}

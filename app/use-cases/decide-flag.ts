import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import type { FlagVerdict } from "#app/domain/cohort/form.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { findFlagOfCohort, saveFlagDecision } from "#db/queries/screening.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type FlagDecision = {
  readonly cohortId: string;
  readonly flagId: string;
  readonly verdict: FlagVerdict;
  readonly reason: string;
  readonly now: Date;
};

/** A rule only flags; this is a person's decision on it. It excludes nobody by itself. */
export async function decideFlag(db: Db, actor: Actor, { cohortId, flagId, verdict, reason, now }: FlagDecision) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    const flag = await findFlagOfCohort(trx, { cohortId, id: flagId });
    if (!flag) return refuse("not-yours");
    if (reason.trim() === "") return refuse("reason-missing");
    if (hasReached(cohort.phase, "confirmed")) return refuse("selection-final");

    await saveFlagDecision(trx, {
      id: flag.id,
      status: verdict,
      reason: reason.trim(),
      decidedBy: accountIdOf(actor),
      now,
    });
    await recordEvent(trx, {
      event: "flag-decided",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: flag.applicationId,
      payload: { rule: flag.ruleKey, verdict, before: flag.status, reason: reason.trim() },
      now,
    });
    return done({ applicationId: flag.applicationId });
  });
}

import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { appealNumberText, moveAppeal } from "#app/domain/appeal/appeal.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findAppeal, saveAppeal } from "#db/queries/appeals.ts";
import { findApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type WithdrawAppeal = { readonly applicationId: string; readonly appealId: string; readonly now: Date };
export type WithdrawAppealRefusal = "not-yours" | "already-answered";

/** Takes an appeal back while nobody has answered it. Its number stays used. */
export async function withdrawAppeal(
  db: Db,
  actor: Actor,
  { applicationId, appealId, now }: WithdrawAppeal,
): Promise<Result<null, WithdrawAppealRefusal>> {
  return inTransaction(db, async (trx) => {
    const application = await findApplication(trx, applicationId);
    if (!application || !can(actor, "appeal:file", application)) return refuse("not-yours");
    const { cohortId } = application;
    await lockCohort(trx, cohortId);
    const appeal = await findAppeal(trx, appealId);
    if (appeal?.applicationId !== applicationId) return refuse("not-yours");
    const moved = moveAppeal(appeal.status, "withdraw");
    if (!moved.ok) return appeal.status === "withdrawn" ? done(null) : refuse("already-answered");

    await saveAppeal(trx, { id: appealId, status: moved.value });
    await recordEvent(trx, {
      event: "appeal_withdrawn",
      actor,
      cohortId,
      subjectKind: "appeal",
      subjectId: appealId,
      payload: { number: appealNumberText(appeal.number) },
      now,
    });
    return done(null);
  });
}

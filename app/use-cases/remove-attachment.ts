import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findAttachment, markAttachmentRemoved } from "#db/queries/attachments.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type RemoveAttachment = { readonly cohortId: string; readonly attachmentId: string; readonly now: Date };

/** Takes a file off a cohort's notice; that it was there, and what it was, stays on record. */
export async function removeAttachment(
  db: Db,
  actor: Actor,
  { cohortId, attachmentId, now }: RemoveAttachment,
): Promise<Result<null, "not-yours" | "attachment-gone">> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
    const attachment = await findAttachment(trx, { cohortId, id: attachmentId });
    if (!attachment) return refuse("attachment-gone");

    await markAttachmentRemoved(trx, { id: attachmentId, now });
    const { name, labelKo, labelEn, sha256 } = attachment;
    await recordEvent(trx, {
      event: "attachment_removed",
      actor,
      cohortId,
      subjectKind: "attachment",
      subjectId: attachmentId,
      payload: { name, labelKo, labelEn, sha256 },
      now,
    });
    return done(null);
  });
}

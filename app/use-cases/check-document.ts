import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveDocumentCheck } from "#db/queries/after-selection.ts";
import { findApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listFiles } from "#db/queries/files.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type CheckDocument = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly documentKey: string;
  readonly now: Date;
};
export type CheckRefusal = "not-yours" | "nothing-to-check";

/** Staff have read what was handed in and found it in order. What is handed in later is not covered by it. */
export async function checkDocument(
  db: Db,
  actor: Actor,
  { cohortId, applicationId, documentKey, now }: CheckDocument,
): Promise<Result<null, CheckRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const application = await findApplication(trx, applicationId);
    if (application?.cohortId !== cohortId || !can(actor, "application:screen", application)) {
      return refuse("not-yours");
    }
    const files = (await listFiles(trx, applicationId)).filter((file) => file.documentKey === documentKey);
    if (files.length === 0) return refuse("nothing-to-check");

    await saveDocumentCheck(trx, { cohortId, applicationId, documentKey, checkedBy: accountIdOf(actor), now });
    await recordEvent(trx, {
      event: "document_checked",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { document: documentKey, files: files.map(({ sha256 }) => sha256) },
      now,
    });
    return done(null);
  });
}

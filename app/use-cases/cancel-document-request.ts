import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { findDocumentRequest, saveRequestCancelled } from "#db/queries/document-requests.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type CancelRequest = { readonly cohortId: string; readonly requestId: string; readonly now: Date };
export type CancelRefusal = "not-yours" | "request-over";

/** Takes a request back that was not answered. The person sees it gone: nothing is to be done any more. */
export async function cancelDocumentRequest(
  db: Db,
  actor: Actor,
  { cohortId, requestId, now }: CancelRequest,
): Promise<Result<null, CancelRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    const request = await findDocumentRequest(trx, requestId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    if (request?.cohortId !== cohortId) return refuse("not-yours");
    if (request.cancelledAt !== null || request.fulfilledAt !== null) return refuse("request-over");

    await saveRequestCancelled(trx, { id: requestId, now });
    await recordEvent(trx, {
      event: "document_request_cancelled",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: request.applicationId,
      payload: { requestId, document: request.documentKey },
      now,
    });
    return done(null);
  });
}

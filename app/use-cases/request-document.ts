import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { mayBeAsked } from "#app/domain/documents/hand-in.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { programmeMessage } from "#app/use-cases/programme-message.ts";
import type { Db } from "#db/connect.ts";
import { deleteDocumentCheck } from "#db/queries/after-selection.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findIdByNumber, insertDocumentRequest } from "#db/queries/document-requests.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { findSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction } from "#db/transaction.ts";

type RequestDocument = {
  readonly cohortId: string;
  readonly applicationNumber: string;
  readonly documentKey: string;
  readonly reason: string;
  /** Undefined where no instant was written. */
  readonly dueAt: Date | undefined;
  readonly now: Date;
};
export type RequestRefusal =
  | "not-yours"
  | "no-such-number"
  | "no-such-document"
  | "request-reason-missing"
  | "due-missing"
  | "due-passed"
  | "not-askable";

/** Staff ask one person for a document again, with a reason and until when; the message goes out with the act. */
export async function requestDocument(
  db: Db,
  actor: Actor,
  input: RequestDocument,
): Promise<Result<{ readonly requestId: string }, RequestRefusal>> {
  const { cohortId, documentKey, dueAt, now } = input;
  return inTransaction(db, async (trx) => {
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    const definition = await getDefinition(trx, cohort.definitionId);
    const document = documentById(definition, documentKey);
    if (!document) return refuse("no-such-document");
    const reason = input.reason.trim();
    if (reason === "") return refuse("request-reason-missing");
    if (!dueAt) return refuse("due-missing");
    if (dueAt <= now) return refuse("due-passed");
    const id = await findIdByNumber(trx, { cohortId, applicationNumber: input.applicationNumber.trim() });
    const person = id === undefined ? undefined : await findSeatPerson(trx, id);
    if (!person) return refuse("no-such-number");
    if (!mayBeAsked(person.status)) return refuse("not-askable");

    const { applicationId, language } = person;
    const requestedBy = accountIdOf(actor);
    const request = { cohortId, applicationId, documentKey, reason, requestedBy, dueAt, now };
    const requestId = await insertDocumentRequest(trx, request);
    // Who is asked again has something that was not in order.
    await deleteDocumentCheck(trx, { applicationId, documentKey });
    await recordEvent(trx, {
      event: "document_requested",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { requestId, document: documentKey, reason, dueAt: dueAt.toISOString() },
      now,
    });
    await enqueueMessage(trx, {
      key: `document_incomplete:${requestId}`,
      message: programmeMessage({
        definition,
        definitionId: cohort.definitionId,
        event: "document_incomplete",
        language,
        path: paths.my.completion(applicationId),
        person,
        values: {
          missingDocuments: text(document.label, language),
          fixReason: reason,
          fixDeadlineAt: formatInstant(dueAt, language),
        },
      }),
      recipient: person.recipient,
      language,
      academyId: cohort.academyId,
      cohortId,
      applicationId,
      now,
    });
    return done({ requestId });
  });
}

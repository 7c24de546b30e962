import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { mayHandIn, type HandInRefusal } from "#app/domain/documents/hand-in.ts";
import { documentById, type DocumentDefinition } from "#app/domain/programme/documents.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { deadlineOf } from "#app/use-cases/seat-context.ts";
import type { Trx } from "#db/connect.ts";
import { findApplication, lockApplication, type Application } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listStandingRequests, type DocumentRequest } from "#db/queries/document-requests.ts";
import { listFiles, type StoredFile } from "#db/queries/files.ts";
import { findNewestOffer } from "#db/queries/offers.ts";

export type OpenDocument = {
  readonly owner: AccountActor;
  readonly application: Application;
  readonly document: DocumentDefinition;
  /** The requests that stand for it at the arrival, oldest first. */
  readonly requests: readonly DocumentRequest[];
  /** Files that belong to what is handed in now; of a request only those that came after it. */
  readonly files: readonly StoredFile[];
};
export type OpenDocumentRefusal = "not-yours" | "no-such-document" | HandInRefusal;

type ToOpen = { readonly applicationId: string; readonly documentId: string; readonly arrivedAt: Date };

/** A document that its owner may hand in at the arrival: asked for again, or due after the selection. Locked. */
export async function openDocument(
  trx: Trx,
  actor: Actor,
  { applicationId, documentId, arrivedAt }: ToOpen,
): Promise<Result<OpenDocument, OpenDocumentRefusal>> {
  await lockApplication(trx, applicationId);
  const application = await findApplication(trx, applicationId);
  if (!application || actor.kind !== "account" || !can(actor, "application:write", application)) {
    return refuse("not-yours");
  }
  const cohort = await getCohort(trx, application.cohortId);
  const definition = await getDefinition(trx, cohort.definitionId);
  const document = documentById(definition, documentId);
  if (!document) return refuse("no-such-document");

  const requests = await listStandingRequests(trx, { applicationId, documentKey: documentId, at: arrivedAt });
  const offer = await findNewestOffer(trx, applicationId);
  const allowed = mayHandIn({
    document,
    status: application.status,
    seat: offer ? { ...offer, respondBy: await deadlineOf(trx, offer, definition) } : null,
    confirmBy: new Date(definition.acceptance.confirmBy),
    isRequested: requests.length > 0,
    arrivedAt,
  });
  if (!allowed.ok) return allowed;
  const all = (await listFiles(trx, applicationId)).filter(({ documentKey }) => documentKey === documentId);
  // What was handed in before the request stays as it was; where one file is asked the new one takes its place.
  const since = document.when === "application" && document.maxFiles > 1 ? (requests[0]?.requestedAt ?? "") : "";
  const files = all.filter(({ createdAt }) => createdAt >= since);
  return done({ owner: actor, application, document, requests, files });
}

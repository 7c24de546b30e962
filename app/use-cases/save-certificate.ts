import type { Actor } from "#app/domain/access/actor.ts";
import { readCertificate, type CertificateFault } from "#app/domain/documents/certificate.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { openDocument, type OpenDocumentRefusal } from "#app/use-cases/open-document.ts";
import type { Db } from "#db/connect.ts";
import { saveCertificate as storeCertificate } from "#db/queries/after-selection.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type SaveCertificate = {
  readonly applicationId: string;
  readonly documentId: string;
  readonly certificateNumber: string;
  readonly issuedOn: string;
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type CertificateRefusal = OpenDocumentRefusal | CertificateFault | "no-file";

/** Keeps the verification number and the day of issue beside the files of a document. */
export async function saveCertificate(
  db: Db,
  actor: Actor,
  { applicationId, documentId, certificateNumber, issuedOn, arrivedAt, now }: SaveCertificate,
): Promise<Result<null, CertificateRefusal>> {
  return inTransaction(db, async (trx) => {
    const opened = await openDocument(trx, actor, { applicationId, documentId, arrivedAt });
    if (!opened.ok) return opened;
    const { application, files } = opened.value;
    const read = readCertificate({ certificateNumber, issuedOn });
    if (!read.ok) return read;
    if (files.length === 0) return refuse("no-file");

    await storeCertificate(trx, { ids: files.map(({ id }) => id), ...read.value });
    await recordEvent(trx, {
      event: "certificate_saved",
      actor,
      cohortId: application.cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { document: documentId, ...read.value },
      now,
    });
    return done(null);
  });
}

import type { Actor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { openDocument, type OpenDocumentRefusal } from "#app/use-cases/open-document.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { saveFulfilled } from "#db/queries/document-requests.ts";
import { removeFiles } from "#db/queries/files.ts";
import { inTransaction } from "#db/transaction.ts";

type TakeBack = {
  readonly applicationId: string;
  readonly documentId: string;
  readonly fileId: string;
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type TakeBackRefusal = OpenDocumentRefusal | "no-such-file";

/** Takes back a file handed in after the close, while it may still be changed. Without any file a request waits again. */
export async function takeBackDocument(
  db: Db,
  actor: Actor,
  { applicationId, documentId, fileId, arrivedAt, now }: TakeBack,
): Promise<Result<null, TakeBackRefusal>> {
  return inTransaction(db, async (trx) => {
    const opened = await openDocument(trx, actor, { applicationId, documentId, arrivedAt });
    if (!opened.ok) return opened;
    const { application, requests, files } = opened.value;
    const file = files.find(({ id }) => id === fileId);
    if (!file) return refuse("no-such-file");

    await removeFiles(trx, { applicationId, ids: [fileId], now });
    const since = requests[0]?.requestedAt ?? "";
    const left = files.filter(({ id, createdAt }) => id !== fileId && createdAt >= since);
    if (left.length === 0) await saveFulfilled(trx, { ids: requests.map(({ id }) => id), fulfilledAt: null });
    await recordEvent(trx, {
      event: "file_removed",
      actor,
      cohortId: application.cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { document: documentId, name: file.name, sha256: file.sha256 },
      now,
    });
    return done(null);
  });
}

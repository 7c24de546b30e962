import type { Actor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { openDocument, type OpenDocument, type OpenDocumentRefusal } from "#app/use-cases/open-document.ts";
import { receiveFiles, type FileKeeper, type GivenFile, type RefusedFile } from "#app/use-cases/receive-files.ts";
import { limitReached, recordFiles, type UploadLimitRefusal } from "#app/use-cases/record-files.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { saveFulfilled } from "#db/queries/document-requests.ts";
import { inTransaction } from "#db/transaction.ts";
import type { FilesRefused } from "#app/use-cases/upload-file.ts";

type HandIn = {
  readonly applicationId: string;
  readonly documentId: string;
  readonly files: readonly GivenFile[];
  readonly replaces?: string | undefined;
  readonly store: FileKeeper;
  readonly scan?: "off" | "waiting";
  /** When the request arrived: the instant that deadlines count. */
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type HandInRefusals = OpenDocumentRefusal | UploadLimitRefusal | FilesRefused | "no-file";
export type HandedIn = { readonly files: number; readonly refused: readonly RefusedFile[] };

/** Hands a document in after the close: one that was asked for again, or that is due after the selection. */
export async function handInDocument(db: Db, actor: Actor, input: HandIn): Promise<Result<HandedIn, HandInRefusals>> {
  // Asked before the bytes are stored, and again with the application locked: bytes may not be written in between.
  const allowed = await inTransaction(db, (trx) => open(trx, actor, input));
  if (!allowed.ok) return allowed;
  const { received, refused } = await receiveFiles(db, { ...input, document: allowed.value.document });
  if (received.length === 0) return refuse({ kind: "files-refused", refused });
  return inTransaction(db, async (trx) => {
    const opened = await open(trx, actor, input);
    if (!opened.ok) return opened;
    const { owner, application, document, files, requests } = opened.value;
    const { replaces, scan = "off", arrivedAt, now } = input;
    const kept = await recordFiles(trx, { owner, application, document, files, received, replaces, scan, now });
    if (!kept.ok) return kept;
    const waiting = requests.filter(({ fulfilledAt }) => fulfilledAt === null);
    await saveFulfilled(trx, { ids: waiting.map(({ id }) => id), fulfilledAt: arrivedAt });
    if (waiting.length > 0) {
      await recordEvent(trx, {
        event: "document_handed_in",
        actor,
        cohortId: application.cohortId,
        subjectKind: "application",
        subjectId: application.id,
        payload: {
          document: document.id,
          requests: waiting.map(({ id }) => id),
          files: kept.value.files,
          arrivedAt: arrivedAt.toISOString(),
        },
        now,
      });
    }
    return done({ files: kept.value.files, refused });
  });
}

async function open(trx: Trx, actor: Actor, input: HandIn): Promise<Result<OpenDocument, HandInRefusals>> {
  const opened = await openDocument(trx, actor, input);
  if (!opened.ok) return opened;
  if (input.files.length === 0) return refuse("no-file");
  if (input.files.length > opened.value.document.maxFiles) return refuse("too-many-files");
  const files = input.files.map(({ bytes }) => ({ size: bytes.byteLength }));
  const limited = await limitReached(trx, { personId: opened.value.owner.accountId, files, now: input.now });
  return limited ? refuse(limited) : opened;
}

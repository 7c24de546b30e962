import type { Actor } from "#app/domain/access/actor.ts";
import type { DocumentDefinition } from "#app/domain/programme/definition.ts";
import { documentsAsked } from "#app/domain/programme/documents.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { listFiles } from "#db/queries/files.ts";
import { inTransaction } from "#db/transaction.ts";
import { openOwnApplication, type OpenApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import {
  receiveFiles,
  type FileKeeper,
  type GivenFile,
  type ReceivedFile,
  type RefusedFile,
} from "#app/use-cases/receive-files.ts";
import { limitReached, recordFiles, type UploadLimitRefusal } from "#app/use-cases/record-files.ts";
import { readyToSubmit, storeSubmission } from "#app/use-cases/store-submission.ts";

type UploadFile = {
  readonly applicationId: string;
  readonly documentId: string;
  readonly files: readonly GivenFile[];
  /** Id of the file whose place the new one takes, where several are asked. */
  readonly replaces?: string | undefined;
  readonly store: FileKeeper;
  /** "waiting" where files are scanned for viruses; a file waits for its scan, never its owner. */
  readonly scan?: "off" | "waiting";
  readonly arrivedAt: Date;
  readonly now: Date;
};

export type FilesRefused = { readonly kind: "files-refused"; readonly refused: readonly RefusedFile[] };
export type UploadRefusal = OpenRefusal | UploadLimitRefusal | FilesRefused | "no-file" | "no-such-document";
/** How many files the document has now, and which of the given ones were not taken. */
export type Uploaded = {
  readonly files: number;
  readonly resubmitted: boolean;
  readonly refused: readonly RefusedFile[];
};

/**
 * Hands files in for a document of the definition: each by itself, so that those that are right are kept. Where one
 * file is asked a new one replaces it; the same file twice is one.
 */
export async function uploadFile(db: Db, actor: Actor, input: UploadFile): Promise<Result<Uploaded, UploadRefusal>> {
  // Asked before the bytes are stored, and again with the application locked: bytes may not be written in between.
  const allowed = await inTransaction(db, (trx) => openDocument(trx, actor, input));
  if (!allowed.ok) return allowed;
  const { received, refused } = await receiveFiles(db, { ...input, document: allowed.value.document });
  if (received.length === 0) return refuse({ kind: "files-refused", refused });
  return inTransaction(db, async (trx) => {
    const open = await openDocument(trx, actor, input);
    if (!open.ok) return open;
    const kept = await keep(trx, open.value, received, input);
    return kept.ok ? done({ ...kept.value, refused }) : kept;
  });
}

type Opened = { readonly own: OpenApplication; readonly document: DocumentDefinition };

async function openDocument(trx: Trx, actor: Actor, input: UploadFile): Promise<Result<Opened, UploadRefusal>> {
  const own = await openOwnApplication(trx, actor, input);
  if (!own.ok) return own;
  const document = documentsAsked(own.value.definition, own.value.application.answers).find(
    ({ id }) => id === input.documentId,
  );
  if (!document) return refuse("no-such-document");
  if (input.files.length === 0) return refuse("no-file");
  if (input.files.length > document.maxFiles) return refuse("too-many-files");
  const files = input.files.map(({ bytes }) => ({ size: bytes.byteLength }));
  const limited = await limitReached(trx, { personId: own.value.owner.accountId, files, now: input.now });
  return limited ? refuse(limited) : done({ own: own.value, document });
}

async function keep(
  trx: Trx,
  { own, document }: Opened,
  received: readonly ReceivedFile[],
  { replaces, scan = "off", arrivedAt, now }: UploadFile,
): Promise<Result<Omit<Uploaded, "refused">, UploadRefusal>> {
  const { application, owner } = own;
  const recorded = await recordFiles(trx, { ...own, document, received, replaces, scan, now, owner });
  if (!recorded.ok) return recorded;
  const { files, isNew } = recorded.value;
  if (!isNew || application.status === "draft") return done({ files, resubmitted: false });

  const parts = {
    answers: application.answers,
    consents: own.consents,
    files: await listFiles(trx, application.id),
  };
  const ready = readyToSubmit(own, parts, now);
  if (ready.ok) await storeSubmission(trx, own, { ...ready.value, arrivedAt, now });
  return done({ files, resubmitted: ready.ok });
}

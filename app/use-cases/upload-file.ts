import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "#app/domain/access/actor.ts";
import { isWholeFile, mediaTypes, tidyFileName, type FileKind } from "#app/domain/application/file-content.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import type { DocumentDefinition } from "#app/domain/programme/definition.ts";
import { documentsDue } from "#app/domain/programme/documents.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { insertFile, listFiles, removeFiles } from "#db/queries/files.ts";
import { inTransaction } from "#db/transaction.ts";
import { openOwnApplication, type OpenApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import { readyToSubmit, storeSubmission } from "#app/use-cases/store-submission.ts";

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };
type UploadFile = {
  readonly applicationId: string;
  readonly documentId: string;
  readonly files: readonly GivenFile[];
  /** Where bytes are kept; they are there before anything is acknowledged. */
  readonly store: { readonly put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }> };
  readonly arrivedAt: Date;
  readonly now: Date;
};

type FileFault = "no-file" | "file-too-large" | "file-type" | "file-damaged" | "file-name-resident-number";
export type UploadRefusal = OpenRefusal | FileFault | "no-such-document" | "too-many-files";
export type Uploaded = { readonly files: number; readonly resubmitted: boolean };
type StoredBytes = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
};

/**
 * Hands files in for a document of the definition. What a file is, its content says, not its name. Where one file is
 * asked a new one replaces it; the same file twice is one.
 */
export async function uploadFile(db: Db, actor: Actor, input: UploadFile): Promise<Result<Uploaded, UploadRefusal>> {
  // Asked before the bytes are stored, and again with the application locked: bytes may not be written in between.
  const allowed = await inTransaction(db, (trx) => openDocument(trx, actor, input));
  if (!allowed.ok) return allowed;
  const checked = await checkFiles(allowed.value.document, input.files);
  if (!checked.ok) return checked;
  const stored: StoredBytes[] = [];
  for (const { name, kind, bytes } of checked.value) {
    stored.push({ name, mediaType: mediaTypes[kind], ...(await input.store.put(bytes)) });
  }
  return inTransaction(db, async (trx) => {
    const open = await openDocument(trx, actor, input);
    return open.ok ? record(trx, open.value, stored, input) : open;
  });
}

type Opened = { readonly own: OpenApplication; readonly document: DocumentDefinition };

async function openDocument(trx: Trx, actor: Actor, input: UploadFile): Promise<Result<Opened, UploadRefusal>> {
  const own = await openOwnApplication(trx, actor, input);
  if (!own.ok) return own;
  const document = documentsDue(own.value.definition, "application").find(({ id }) => id === input.documentId);
  return document ? done({ own: own.value, document }) : refuse("no-such-document");
}

type CheckedFile = GivenFile & { readonly kind: FileKind };

async function checkFiles(
  document: DocumentDefinition,
  files: readonly GivenFile[],
): Promise<Result<readonly CheckedFile[], UploadRefusal>> {
  if (files.length === 0) return refuse("no-file");
  if (files.length > document.maxFiles) return refuse("too-many-files");
  const checked: CheckedFile[] = [];
  for (const { name, bytes } of files) {
    if (bytes.byteLength === 0) return refuse("no-file");
    if (bytes.byteLength > document.maxMB * 1024 * 1024) return refuse("file-too-large");
    if (containsResidentNumber(name)) return refuse("file-name-resident-number");
    const found = (await fileTypeFromBuffer(bytes))?.ext;
    const kind = document.accept.find((accepted) => accepted === found);
    if (kind === undefined) return refuse("file-type");
    if (!isWholeFile(kind, bytes)) return refuse("file-damaged");
    checked.push({ name: tidyFileName(name), bytes, kind });
  }
  return done(checked);
}

async function record(
  trx: Trx,
  { own, document }: Opened,
  stored: readonly StoredBytes[],
  { arrivedAt, now }: UploadFile,
): Promise<Result<Uploaded, UploadRefusal>> {
  const { application, owner } = own;
  const { id: applicationId, cohortId } = application;
  const present = own.files.filter(({ documentKey }) => documentKey === document.id);
  const fresh = stored.filter(
    ({ sha256 }, index) =>
      !present.some((file) => file.sha256 === sha256) && stored.findIndex((other) => other.sha256 === sha256) === index,
  );
  if (fresh.length === 0) return done({ files: present.length, resubmitted: false });
  const replaced = document.maxFiles === 1 ? present : [];
  const files = present.length - replaced.length + fresh.length;
  if (files > document.maxFiles) return refuse("too-many-files");

  await removeFiles(trx, { applicationId, ids: replaced.map(({ id }) => id), now });
  for (const file of fresh) {
    await insertFile(trx, { cohortId, applicationId, documentKey: document.id, ...file, now });
  }
  await recordEvent(trx, {
    event: "files_uploaded",
    actor: owner,
    cohortId,
    subjectKind: "application",
    subjectId: applicationId,
    payload: { document: document.id, files: fresh.map(({ name, sha256, size }) => ({ name, sha256, size })) },
    now,
  });
  if (application.status === "draft") return done({ files, resubmitted: false });

  const parts = { answers: application.answers, consents: own.consents, files: await listFiles(trx, applicationId) };
  const ready = readyToSubmit(own, parts, now);
  if (ready.ok) await storeSubmission(trx, own, { ...ready.value, arrivedAt, now });
  return done({ files, resubmitted: ready.ok });
}

import type { AccountActor } from "#app/domain/access/actor.ts";
import { uploadLimits } from "#app/domain/application/upload-limits.ts";
import type { DocumentDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { insertFile, removeFiles, uploadsOfPerson, type StoredFile } from "#db/queries/files.ts";
import type { ReceivedFile } from "#app/use-cases/receive-files.ts";

type RecordFiles = {
  readonly owner: AccountActor;
  readonly application: { readonly id: string; readonly cohortId: string };
  readonly document: Pick<DocumentDefinition, "id" | "maxFiles">;
  /** The application's files, of every document. */
  readonly files: readonly StoredFile[];
  readonly received: readonly ReceivedFile[];
  /** Id of the file whose place a new one takes; where one file is asked it is always the one that is there. */
  readonly replaces?: string | undefined;
  /** "waiting" where files are scanned for viruses. */
  readonly scan: "off" | "waiting";
  readonly now: Date;
};
export type UploadLimitRefusal = "too-many-files" | "too-much-in-all" | "too-many-uploads";
export type RecordedFiles = { readonly files: number; readonly isNew: boolean };

/** Records received files under a document, in the caller's transaction. The same file twice is one. */
export async function recordFiles(
  trx: Trx,
  { owner, application, document, files, received, replaces, scan, now }: RecordFiles,
): Promise<Result<RecordedFiles, UploadLimitRefusal>> {
  const { id: applicationId, cohortId } = application;
  const there = files.filter(({ documentKey }) => documentKey === document.id);
  const present = there.filter(({ scan: state }) => state !== "infected");
  const fresh = received.filter(
    ({ sha256 }, index) =>
      !present.some((file) => file.sha256 === sha256) &&
      received.findIndex((other) => other.sha256 === sha256) === index,
  );
  if (fresh.length === 0) return done({ files: present.length, isNew: false });
  const replaced = document.maxFiles === 1 ? there : there.filter(({ id }) => id === replaces);
  const count = present.filter((file) => !replaced.includes(file)).length + fresh.length;
  if (count > document.maxFiles) return refuse("too-many-files");
  const limited = await limitReached(trx, { personId: owner.accountId, files: fresh, now });
  if (limited) return refuse(limited);

  await removeFiles(trx, { applicationId, ids: replaced.map(({ id }) => id), now });
  for (const file of fresh) {
    await insertFile(trx, { cohortId, applicationId, documentKey: document.id, ...file, scan, now });
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
  return done({ files: count, isNew: true });
}

const HOUR_MS = 60 * 60 * 1000;

/** Which limit of a person these files would pass; also asked before bytes are kept, with the sizes alone. */
export async function limitReached(
  db: Db,
  { personId, files, now }: { personId: string; files: readonly { readonly size: number }[]; now: Date },
): Promise<"too-much-in-all" | "too-many-uploads" | undefined> {
  const uploads = await uploadsOfPerson(db, { personId, since: new Date(now.getTime() - HOUR_MS) });
  if (uploads.recent + files.length > uploadLimits.filesAnHour) return "too-many-uploads";
  const bytes = files.reduce((sum, { size }) => sum + size, uploads.bytes);
  return bytes > uploadLimits.personBytes ? "too-much-in-all" : undefined;
}

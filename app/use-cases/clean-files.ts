import { fileKinds, mediaTypes, type FileKind } from "#app/domain/application/file-content.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { listUncleaned, saveCleanCopy, saveFileFault, type SameFile } from "#db/queries/file-copies.ts";

/** Locked by a password, or nothing that a library can read. */
export type Cleaned = Result<Uint8Array, "encrypted" | "unreadable">;

type CleanFiles = {
  readonly store: {
    readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
    readonly put: (bytes: Uint8Array) => Promise<{ sha256: string }>;
  };
  /** Undefined when it was stopped: the file keeps its turn. */
  readonly clean: (file: { readonly kind: FileKind; readonly bytes: Uint8Array }) => Promise<Cleaned | undefined>;
  readonly signal?: AbortSignal | undefined;
};

const AT_ONCE = 20;

/**
 * Makes the copies without metadata that reviewers get, the oldest file first; equal files share one. Where none can be
 * made the file keeps the reason, and staff may ask for another. Answers how many were looked at. What it writes follows
 * from the upload, which is on record: no entry of its own.
 */
export async function cleanFiles(db: Db, { store, clean, signal }: CleanFiles): Promise<number> {
  const files = await listUncleaned(db, AT_ONCE);
  for (const file of files) {
    if (signal?.aborted) break;
    await cleanOne(db, file, { store, clean });
  }
  return files.length;
}

async function cleanOne(db: Db, file: SameFile, { store, clean }: Pick<CleanFiles, "store" | "clean">): Promise<void> {
  const bytes = await store.get(file.sha256);
  if (!bytes) return saveFileFault(db, { ...file, fault: "missing" });
  const kind = fileKinds.find((each) => mediaTypes[each] === file.mediaType);
  const cleaned = kind ? await clean({ kind, bytes }) : refuse("unreadable");
  if (!cleaned) return undefined;
  if (!cleaned.ok) return saveFileFault(db, { ...file, fault: cleaned.refusal });
  const { sha256: cleanSha256 } = await store.put(cleaned.value);
  return saveCleanCopy(db, { ...file, cleanSha256 });
}

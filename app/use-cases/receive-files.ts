import { fileTypeFromBuffer } from "file-type";
import {
  contentFaultOf,
  mediaTypes,
  tidyFileName,
  type ContentFault,
  type FileKind,
} from "#app/domain/application/file-content.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { largestFile } from "#app/domain/application/upload-limits.ts";
import type { DocumentDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "#db/connect.ts";
import { listInfectedHashes } from "#db/queries/file-copies.ts";

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };
export type FileFault =
  ContentFault | "no-file" | "file-too-large" | "file-type" | "file-name-resident-number" | "file-infected";
export type RefusedFile = { readonly name: string; readonly fault: FileFault };
export type ReceivedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
};
export type Received = { readonly received: readonly ReceivedFile[]; readonly refused: readonly RefusedFile[] };

type ReceiveFiles = {
  readonly document: Pick<DocumentDefinition, "accept" | "maxMB">;
  readonly files: readonly GivenFile[];
  readonly store: FileKeeper;
};
/** Where bytes are kept; they are there before anything is acknowledged. */
export type FileKeeper = {
  readonly put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>;
  readonly remove: (sha256: string) => Promise<void>;
};

/**
 * Looks at each file by itself and keeps the bytes of those that are right: one bad file among five costs nobody the
 * other four. What a file is, its content says, not its name. Nothing is recorded yet.
 */
export async function receiveFiles(db: Db, { document, files, store }: ReceiveFiles): Promise<Received> {
  const received: ReceivedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { name: givenName, bytes } of files) {
    const name = tidyFileName(givenName);
    const checked = await check(document, { name, bytes });
    if ("fault" in checked) {
      refused.push({ name, fault: checked.fault });
      continue;
    }
    const kept = await store.put(bytes);
    if ((await listInfectedHashes(db, [kept.sha256])).length > 0) {
      await store.remove(kept.sha256);
      refused.push({ name, fault: "file-infected" });
      continue;
    }
    received.push({ name, mediaType: mediaTypes[checked.kind], ...kept });
  }
  return { received, refused };
}

async function check(
  document: ReceiveFiles["document"],
  { name, bytes }: GivenFile,
): Promise<{ readonly kind: FileKind } | { readonly fault: FileFault }> {
  if (bytes.byteLength === 0) return { fault: "no-file" };
  if (bytes.byteLength > largestFile(document)) return { fault: "file-too-large" };
  if (containsResidentNumber(name)) return { fault: "file-name-resident-number" };
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  const kind = document.accept.find((accepted) => accepted === found);
  if (kind === undefined) return { fault: "file-type" };
  const fault = contentFaultOf(kind, bytes);
  return fault ? { fault } : { kind };
}

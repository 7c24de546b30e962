import { EncryptedPDFError } from "@cantoo/pdf-lib";
import { cleanImage } from "./clean-image.server.ts";
import { cleanPdf } from "./clean-pdf.server.ts";
import type { FileKind } from "#app/domain/application/file-content.ts";
import type { Cleaned } from "#app/use-cases/clean-files.ts";

export type CleanFile = { readonly kind: FileKind; readonly bytes: Uint8Array };

/** A copy without metadata, or why there can be none. Heavy: run it in a thread. */
export async function cleanFile({ kind, bytes }: CleanFile): Promise<Cleaned> {
  try {
    return { ok: true, value: kind === "pdf" ? await cleanPdf(bytes) : await cleanImage(kind, bytes) };
  } catch (fault) {
    return { ok: false, refusal: fault instanceof EncryptedPDFError ? "encrypted" : "unreadable" };
  }
}

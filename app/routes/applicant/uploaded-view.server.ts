import type { UploadedView } from "#app/components/upload/upload-view.ts";
import { fileNameNotesOf } from "#app/domain/application/file-name-note.ts";
import { paths } from "#app/paths.ts";
import type { StoredFile } from "#db/queries/files.ts";

/** A file as its owner sees it; `ownNames` are the owner's, looked for in the file's name. */
export function uploadedView(file: StoredFile, ownNames: readonly string[]): UploadedView {
  const { id, name, size, mediaType, scan } = file;
  return {
    id,
    name,
    bytes: size,
    href: scan === "off" || scan === "clean" ? paths.file(id) : null,
    isPicture: mediaType.startsWith("image/"),
    scan,
    notes: fileNameNotesOf(name, ownNames),
  };
}

/** The formats that applicants may hand in. */
export const fileKinds = ["pdf", "png", "jpg"] as const;
export type FileKind = (typeof fileKinds)[number];

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
};

const TAIL_BYTES = 2048;

/**
 * Whether the bytes end as a file of this kind does. A signature at the front says little: a cut-off upload has it too,
 * and so has any text after `%PDF-`. What may follow the end (padding, a second signature) is tolerated in the tail.
 */
export function isWholeFile(kind: FileKind, bytes: Uint8Array): boolean {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)));
  if (kind === "pdf") return tail.includes("%%EOF") && latin1(bytes.subarray(0, 1024)).includes("%PDF-");
  if (kind === "png") return latin1(bytes.subarray(12, 16)) === "IHDR" && tail.includes("IEND");
  return tail.includes("\xFF\xD9");
}

const MAX_NAME_CHARACTERS = 150;

/**
 * A file's name as it is shown: NFC (a Mac sends decomposed syllables), without folders and control characters, at most
 * 150 characters with the ending kept.
 */
export function tidyFileName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  // oxlint-disable-next-line no-control-regex
  const shown = base.replace(/[\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "").trim();
  const characters = Array.from(shown === "" ? "file" : shown);
  if (characters.length <= MAX_NAME_CHARACTERS) return characters.join("");
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(shown)?.[0] ?? "";
  return characters.slice(0, MAX_NAME_CHARACTERS - ending.length).join("") + ending;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

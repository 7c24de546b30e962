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

export type ContentFault = "file-damaged" | "file-encrypted" | "file-mixed";

/**
 * Why a file of this kind is refused for what is in it: cut off; locked by a password, so that neither people nor the
 * scan can read it; or something else besides (an archive, a page, a program), which other software would open instead.
 */
export function contentFaultOf(kind: FileKind, bytes: Uint8Array): ContentFault | undefined {
  if (!isWholeFile(kind, bytes)) return "file-damaged";
  if (isMixed(kind, bytes)) return "file-mixed";
  return kind === "pdf" && isEncrypted(bytes) ? "file-encrypted" : undefined;
}

const HEAD_BYTES = 8192;
const otherKinds = /<(?:!doctype|html|script|svg|\?php)|#!\/|\bMZ\x90/i;

function isMixed(kind: FileKind, bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 1024));
  if (endsAsArchive(bytes)) return true;
  if (kind === "pdf") {
    const afterEnd =
      latin1(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)))
        .split("%%EOF")
        .at(-1) ?? "";
    return !head.startsWith("%PDF-") || otherKinds.test(afterEnd);
  }
  if (head.includes("%PDF-")) return true;
  return kind === "png" ? !endsAfterLastChunk(bytes) : otherKinds.test(afterPicture(bytes));
}

/** A zip archive is read from its end, so that it may stand behind anything. */
function endsAsArchive(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue;
    const comment = (bytes[at + 20] ?? 0) + 256 * (bytes[at + 21] ?? 0);
    if (at + 22 + comment === bytes.length) return true;
  }
  return false;
}

function endsAfterLastChunk(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (latin1(bytes.subarray(at + 4, at + 8)) === "IEND") return at + 12 === bytes.length;
  }
  return false;
}

function afterPicture(bytes: Uint8Array): string {
  return (
    latin1(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)))
      .split("\xFF\xD9")
      .at(-1) ?? ""
  );
}

/** The last trailer names the encryption; it stands at the end, or where the last `startxref` points. */
function isEncrypted(bytes: Uint8Array): boolean {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - HEAD_BYTES)));
  const start = Number(/startxref\s+(\d{1,15})\s*%%EOF(?![\s\S]*startxref)/.exec(tail)?.[1] ?? 0);
  const table = latin1(bytes.subarray(start, start + HEAD_BYTES));
  return [tail, table].some((text) => /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text));
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

import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { aPdf } from "#tests/factories/files.ts";

export { aPdf };

/** A ZIP file with these texts under these names, uncompressed, in this order. */
export async function aZip(entries: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, extendedTimestamp: false });
  for (const [name, text] of Object.entries(entries)) {
    await writer.add(name, new Uint8ArrayReader(new TextEncoder().encode(text)));
  }
  return writer.close();
}

/** The smallest ZIP that is HWPX to a reader: its type stands first. */
export async function anHwpx(): Promise<Uint8Array> {
  return aZip({ mimetype: "application/hwp+zip", "version.xml": "<version/>" });
}

export async function aWordFile(): Promise<Uint8Array> {
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return aZip({ "[Content_Types].xml": contentTypes(type), "word/document.xml": "<document/>" });
}

export async function aWordFileWithMacros(): Promise<Uint8Array> {
  const type = "application/vnd.ms-word.document.macroEnabled.main+xml";
  return aZip({ "[Content_Types].xml": contentTypes(type), "word/document.xml": "<document/>" });
}

/** A compound file as HWP is one; without the words it is some old Office file. */
export function aCompoundFile(words: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(new TextEncoder().encode(words), 600);
  return bytes;
}

function contentTypes(type: string): string {
  const part = `<Override PartName="/word/document.xml" ContentType="${type}"/>`;
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${part}</Types>`;
}

import { inflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanFile } from "#app/files/clean-file.server.ts";
import { jpegWithoutMetadata } from "#app/files/clean-jpeg.server.ts";
import type { FileKind } from "#app/domain/application/file-content.ts";
import { aPdf } from "#tests/factories/files.ts";
import { aTellingJpeg, aTellingPdf, aTellingPng, tellers } from "#tests/factories/telling-files.ts";

async function cleaned(kind: FileKind, bytes: Uint8Array): Promise<Uint8Array> {
  const answer = await cleanFile({ kind, bytes });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

/** What is said anywhere in the bytes, packed or not, as Latin letters, in UTF-16 or in hexadecimal. */
function told(bytes: Uint8Array): readonly string[] {
  const plain = Buffer.from(bytes);
  const text = [plain, ...inflated(plain)].map((part) => part.toString("latin1")).join("\n");
  const without0 = text.replaceAll("\0", "");
  const hex = (value: string) =>
    [Buffer.from(value, "latin1"), Buffer.from(value, "utf16le").swap16()].map((each) => each.toString("hex"));
  const lower = text.toLowerCase();
  return tellers.filter((each) => without0.includes(each) || hex(each).some((digits) => lower.includes(digits)));
}

function inflated(bytes: Buffer): readonly Buffer[] {
  return [...bytes.toString("latin1").matchAll(/stream\r?\n/g)].flatMap(({ index, 0: word }) => {
    try {
      return [inflateSync(bytes.subarray(index + word.length), { finishFlush: 2 })];
    } catch {
      return [];
    }
  });
}

async function opened(bytes: Uint8Array) {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}

test("a PDF says who made it in many places, and its clean copy in none", async () => {
  const original = await aTellingPdf();
  expect(told(original)).toEqual(tellers);

  const copy = await cleaned("pdf", original);

  expect(told(copy)).toEqual([]);
  const pdf = await opened(copy);
  const { info, metadata } = await pdf.getMetadata();
  expect(metadata).toBeNull();
  expect(Object.keys(info)).not.toEqual(expect.arrayContaining(["Author"]));
  expect(info).not.toHaveProperty("Title");
  expect(info).not.toHaveProperty("Producer");
  expect(await pdf.getAttachments()).toBeNull();
  expect(await pdf.getJSActions()).toBeNull();
  expect(await pdf.getOpenAction()).toBeNull();
  const zeros = `<${"0".repeat(32)}>`;
  expect(Buffer.from(copy).toString("latin1")).toContain(`/ID [ ${zeros} ${zeros} ]`);
});

test("the pages of a clean copy are what they were", async () => {
  const page = await (await opened(await cleaned("pdf", await aTellingPdf()))).getPage(1);

  expect(page.view).toEqual([0, 0, 300, 200]);
  const { items } = await page.getTextContent();
  expect(items.map((item) => ("str" in item ? item.str : ""))).toContain("Portfolio");
  expect(await page.getAnnotations()).toMatchObject([{ contentsObj: { str: "a note" }, titleObj: { str: "" } }, {}]);
});

test("an earlier revision of a PDF is not in its clean copy", async () => {
  const pdf = await PDFDocument.load(await aTellingPdf(), { forIncrementalUpdate: true });
  pdf.setAuthor("somebody else");
  const revised = await pdf.save();
  expect(told(revised)).toContain(tellers[0]);
  expect(told(await cleaned("pdf", revised))).toEqual([]);
});

test("a picture's clean copy stands upright and has neither place nor name nor profile", async () => {
  const original = await aTellingJpeg();
  expect(told(original)).toEqual([tellers[0], tellers[1], tellers[2]]);

  const copy = await cleaned("jpg", original);

  expect(told(copy)).toEqual([]);
  const { width, height, exif, icc, xmp, orientation } = await sharp(copy).metadata();
  expect({ width, height }).toEqual({ width: 40, height: 60 });
  expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
});

test("a PNG's texts are not in its clean copy", async () => {
  const original = await aTellingPng();
  expect(told(original)).toEqual([tellers[0]]);

  const copy = await cleaned("png", original);

  expect(told(copy)).toEqual([]);
  expect(await sharp(copy).metadata()).toMatchObject({ width: 8, height: 8, format: "png" });
});

test("a JPEG within a document loses its metadata and not one byte of its picture", async () => {
  const original = await aTellingJpeg();
  const copy = jpegWithoutMetadata(original);

  expect(told(copy)).toEqual([]);
  const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
  expect(await pixels(copy)).toEqual(await pixels(original));
  expect(jpegWithoutMetadata(aPdf)).toBe(aPdf);
});

test("what cannot be read or is locked says so", async () => {
  expect(await cleanFile({ kind: "pdf", bytes: aPdf })).toEqual({ ok: false, refusal: "unreadable" });
  expect(await cleanFile({ kind: "png", bytes: aPdf })).toEqual({ ok: false, refusal: "unreadable" });
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.encrypt({ userPassword: "", ownerPassword: "owner" });
  const bytes = await pdf.save();
  expect(await cleanFile({ kind: "pdf", bytes })).toEqual({ ok: false, refusal: "encrypted" });
});

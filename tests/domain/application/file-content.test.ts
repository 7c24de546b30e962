import { expect, test } from "vitest";
import { contentFaultOf, isWholeFile, tidyFileName } from "#app/domain/application/file-content.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test("a signature without an end is no whole file", () => {
  expect(isWholeFile("pdf", bytes("%PDF-1.7 and then nothing"))).toBe(false);
  expect(isWholeFile("pdf", bytes("%PDF-1.7 … %%EOF\n"))).toBe(true);
  expect(isWholeFile("jpg", bytes("\xFF\xD8\xFF junk"))).toBe(false);
  expect(isWholeFile("jpg", bytes("\xFF\xD8\xFF picture \xFF\xD9"))).toBe(true);
  expect(isWholeFile("png", bytes("\x89PNG\r\n\x1A\n junk"))).toBe(false);
  expect(isWholeFile("png", bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR … IEND"))).toBe(true);
});

test("a name is composed, without folders and tricks, and never too long", () => {
  expect(tidyFileName("C:\\mine\\홍길동.pdf".normalize("NFD"))).toBe("홍길동.pdf");
  expect(tidyFileName("a\u202Efdp.exe")).toBe("afdp.exe");
  expect(tidyFileName("  ")).toBe("file");
  expect(tidyFileName(`${"가".repeat(300)}.pdf`)).toHaveLength(150);
});

const png = (after = "") => bytes(`\x89PNG\r\n\x1A\n\0\0\0\rIHDR${"x".repeat(17)}\0\0\0\0IEND\xAEB\x60\x82${after}`);
const zipEnd = (comment: string) => `PK\x05\x06${"\0".repeat(16)}${String.fromCharCode(comment.length)}\0${comment}`;

test("what is two kinds of file at once is refused", () => {
  const pdf = "%PDF-1.7 … %%EOF\n";
  const jpg = "\xFF\xD8\xFF picture \xFF\xD9";
  expect([contentFaultOf("pdf", bytes(pdf)), contentFaultOf("jpg", bytes(jpg)), contentFaultOf("png", png())]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(contentFaultOf("pdf", bytes(pdf + zipEnd("")))).toBe("file-mixed");
  expect(contentFaultOf("jpg", bytes(jpg + zipEnd("%%")))).toBe("file-mixed");
  expect(contentFaultOf("pdf", bytes(`<html>${pdf}`))).toBe("file-mixed");
  expect(contentFaultOf("pdf", bytes(`${pdf}<script>`))).toBe("file-mixed");
  expect(contentFaultOf("jpg", bytes(`\xFF\xD8\xFF %PDF-1.4 ${jpg}`))).toBe("file-mixed");
  expect(contentFaultOf("jpg", bytes(`${jpg}<?php`))).toBe("file-mixed");
  expect(contentFaultOf("png", png("MZ"))).toBe("file-mixed");
});

test("a PDF that is locked is refused, wherever its last trailer stands", () => {
  const trailer = "trailer << /Size 3 /Encrypt 2 0 R >>\nstartxref\n9\n%%EOF\n";
  expect(contentFaultOf("pdf", bytes(`%PDF-1.4\n${trailer}`))).toBe("file-encrypted");
  const stream = `1 0 obj << /Type /XRef /Encrypt << /V 5 >> >> stream ${"x".repeat(20_000)}`;
  expect(contentFaultOf("pdf", bytes(`%PDF-1.7\n${stream}\nstartxref\n9\n%%EOF\n`))).toBe("file-encrypted");
  expect(contentFaultOf("pdf", bytes(`%PDF-1.7\n(about /Encryption)\n%%EOF\n`))).toBeUndefined();
});

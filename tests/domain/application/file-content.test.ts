import { expect, test } from "vitest";
import { isWholeFile, tidyFileName } from "#app/domain/application/file-content.ts";

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

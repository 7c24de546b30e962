import { expect, test } from "vitest";
import { fileNameNotesOf } from "#app/domain/application/file-name-note.ts";

test.each([
  ["홍길동_전남대.pdf", ["ownName", "school"]],
  ["홍길동_전남대.pdf".normalize("NFD"), ["ownName", "school"]],
  ["홍 길 동 포트폴리오.pdf", ["ownName"]],
  ["hong-gildong.PDF", ["ownName"]],
  ["광주여고 졸업.png", ["school"]],
  ["Chonnam National University.pdf", ["school"]],
  ["포트폴리오.pdf", []],
  ["성능 확대 최고 기록.pdf", []],
  ["report.pdf", []],
])("%s", (name, notes) => {
  expect(fileNameNotesOf(name, ["홍길동", "Hong Gildong", ""])).toEqual(notes);
});

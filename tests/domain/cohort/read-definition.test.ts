import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDefinition } from "#app/domain/cohort/read-definition.ts";

const sample = readFileSync("db/samples/gcc-academy.json", "utf8");

test("a byte order mark and a browser's line ends do not change the text that is kept", () => {
  const read = readDefinition(`\uFEFF${sample.replaceAll("\n", "\r\n")}`);
  expect(read.ok && read.value.text).toBe(sample);
});

test("what is no JSON is said with its line, never thrown", () => {
  for (const text of ["", "  ", "{", "[1,]", "null", '"text"', sample.replace(",", ",,"), `${sample}}`]) {
    const read = readDefinition(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.refusal[0]?.sentence.ko).toBeTruthy();
  }
  const broken = readDefinition(sample.replace('"schemaVersion"', "schemaVersion"));
  expect(!broken.ok && broken.refusal[0]?.sentence.en).toContain("near line 3");
});

test("a character that no database of text can keep is refused", () => {
  const read = readDefinition(sample.replace('"ko-KR"', String.raw`"ko\u0000KR"`));
  expect(!read.ok && read.refusal).toHaveLength(1);
});

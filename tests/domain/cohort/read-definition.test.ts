import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDefinition } from "#app/domain/cohort/read-definition.ts";

const sample = readFileSync("db/samples/gcc-academy.json", "utf8");

function refusalOf(raw: string) {
  const read = readDefinition(raw);
  return read.ok ? [] : read.refusal;
}

describe("a definition's text", () => {
  test("is kept as it is, but for a byte order mark and the line ends of a browser", () => {
    const read = readDefinition(`\uFEFF${sample.replaceAll("\n", "\r\n")}`);

    expect(read.ok && read.value.text).toBe(sample);
    expect(read.ok && read.value.definition.slug).toBe("gcc-academy-2");
  });

  test.each([
    ["nothing", "  \n", /empty/],
    ["more than two million characters", `"${"x".repeat(2_000_000)}"`, /too long/],
    ["a character that a database cannot keep", '{"title":"a\\u0000b"}', /u0000/],
  ])("that is %s is refused as a whole", (_what, raw, words) => {
    expect(refusalOf(raw)).toEqual([
      { path: "$", sentence: { ko: expect.any(String), en: expect.stringMatching(words) } },
    ]);
  });

  test("that is not JSON is refused with the line near which to look", () => {
    const lines = sample.split("\n");
    lines[40] = `${lines[40]} oops`;

    const [mistake] = refusalOf(lines.join("\n"));

    expect(mistake?.sentence.en).toMatch(/near line 4[01]\b/);
    expect(mistake?.sentence.ko).toMatch(/4[01]번째 줄/);
  });

  test("with mistakes is refused with all of them", () => {
    const broken = JSON.parse(sample) as Record<string, unknown>;
    broken["capacity"] = 3;
    broken["surprise"] = true;

    expect(refusalOf(JSON.stringify(broken)).map(({ path }) => path)).toEqual(expect.arrayContaining(["surprise"]));
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDefinition } from "#app/domain/cohort/read-definition.ts";
import { repeatedKeys } from "#app/domain/cohort/repeated-keys.ts";

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

  test("with a key written twice is refused: the reader would keep one of the values and say nothing", () => {
    const twice = sample.replace('"capacity": 140,', '"capacity": 141,\n  "capacity": 140,');

    expect(refusalOf(twice)).toEqual([
      { path: "capacity", sentence: { ko: expect.any(String), en: expect.stringMatching(/written twice.*line \d+/) } },
    ]);
  });

  test.each([
    ['{"a":1,"a":2}', ["a"]],
    ['{"a":{"b":[{"c":1},{"c":1,"c":1}]}}', ["a.b[1].c"]],
    ['{"a":1,"\\u0061":2}', ["a"]],
    ['{"a":"{\\"b\\":1,\\"b\\":2}","b":"a","c":["a","a"]}', []],
    ['{"a":{"a":{"a":1}},"b":{"a":1}}', []],
  ])("%s writes %j twice", (text, paths) => {
    expect(repeatedKeys(text).map(({ path }) => path)).toEqual(paths);
  });

  test("of 100,000 brackets is refused in one line", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(refusalOf(deep)).toHaveLength(1);
    expect(refusalOf("[".repeat(100_000))).toHaveLength(1);
    expect(refusalOf(`{"a":${deep}}`)).toHaveLength(1);
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { aPlace } from "./run-cli.ts";

const place = aPlace();
afterAll(place.remove);

type Draft<Value> = Value extends object ? { -readonly [Key in keyof Value]: Draft<Value[Key]> } : Value;

function aFile(name: string, text: string): string {
  const path = join(place.folder, name);
  writeFileSync(path, text);
  return path;
}

describe("definition check", () => {
  test.each([
    ["ai-academy", 330],
    ["gcc-academy", 140],
  ])("finds no mistake in %s", async (name, seats) => {
    const file = `db/samples/${name}.json`;

    const { code, out, err } = await place.cli("definition", "check", file);

    expect(err).toBe("");
    expect(out).toMatch(new RegExp(`^${file}: ${name}-\\d, ${seats} seats, no mistakes\n$`));
    expect(code).toBe(0);
  });

  test("says each mistake of a broken copy in a line with its path, and no stack trace", async () => {
    const broken = JSON.parse(readFileSync("db/samples/gcc-academy.json", "utf8")) as Draft<ProgrammeDefinition>;
    broken.capacity = 141;
    broken.ranking.tieBreakers = broken.ranking.tieBreakers.slice(0, 1);
    const file = aFile("broken.json", JSON.stringify(broken));

    const { code, out, err } = await place.cli("definition", "check", file);

    expect(code).toBe(2);
    expect(out).toBe("");
    const lines = err.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.filter((line) => !/^[A-Za-z0-9_.[\]-]+: .+/.test(line))).toEqual([]);
    expect(lines.map((line) => line.split(":")[0])).toEqual(
      expect.arrayContaining(["capacity", expect.stringMatching(/^ranking\.tieBreakers/)]),
    );
    expect(err).not.toMatch(/\n\s+at |Error:|node:internal/);
  });

  test("speaks Korean where that is asked for", async () => {
    const file = aFile("empty.json", "{}");

    const { code, err } = await place.cli("definition", "check", file, "--language", "ko");

    expect(code).toBe(2);
    expect(err).toMatch(/[가-힣]{2,}/);
  });

  test.each<readonly [string, () => string, RegExp]>([
    ["a file that is not there", () => join(place.folder, "absent.json"), /cannot be read/],
    ["a folder", () => place.folder, /cannot be read/],
    ["text that is not JSON", () => aFile("text.json", "seats = 12"), /JSON/],
    ["a JSON value that is no object", () => aFile("list.json", "[1, 2]"), /.+: .+/],
    ["a key written twice", () => aFile("twice.json", '{"capacity": 140, "capacity": 141}'), /^capacity: .*twice/],
    ["100,000 brackets", () => aFile("deep.json", "[".repeat(100_000) + "]".repeat(100_000)), /nested too deeply/],
    ["100,000 brackets that never close", () => aFile("open.json", "[".repeat(100_000)), /JSON/],
    ["a program instead of a text", () => process.execPath, /too long|JSON|read/],
    ["an empty file", () => aFile("nothing.json", ""), /JSON/],
  ])("refuses %s in one line", async (_what, file, words) => {
    const { code, out, err } = await place.cli("definition", "check", file());

    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trimEnd().split("\n")).toEqual([expect.stringMatching(words)]);
  });

  test("asks for a file when none is named", async () => {
    const { code, err } = await place.cli("definition", "check");

    expect(code).toBe(2);
    expect(err).toBe("definition check takes one file: npm run cli -- definition check FILE\n");
  });
});

describe("the command line", () => {
  test("lists its commands and ends with 2 when it is given none or one it does not know", async () => {
    for (const words of [[], ["selct"], ["definition", "chek"]]) {
      const { code, out, err } = await place.cli(...words);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toContain("definition check FILE");
    }
  });

  test("names an option that it does not know", async () => {
    const { code, err } = await place.cli("select", "--cohrt", "ai-academy-6");

    expect(code).toBe(2);
    expect(err).toContain("--cohrt");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

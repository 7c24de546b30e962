import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BadInput } from "#app/cli/bad-input.ts";
import { verifyFile } from "#app/cli/files/verify-file.ts";
import { secretsIn } from "#app/cli/record-secrets.ts";
import { systemActor } from "#app/domain/access/actor.ts";
import type { SelectionRecord } from "#app/domain/proof/record/record.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import { connect, type Db } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { today } from "#tests/use-cases/selection/small-cohort.ts";
import { must, untilSelection } from "#tests/use-cases/selection/small-selection.ts";
import { aPlace } from "./run-cli.ts";

const SLOW = 180_000;
const place = aPlace();
const at = (name: string) => join(place.folder, name);
const read = (name: string) => JSON.parse(readFileSync(at(name), "utf8")) as SelectionRecord;

let db: Db;
let runId: string;
beforeAll(async () => {
  db = connect(place.databaseUrl);
  await migrate(db);
  const { cohortId } = await untilSelection(db);
  const answer = await must(runSelection(db, systemActor, { cohortId, kind: "tryout", now: today }));
  runId = answer.runId;
  const made = await place.cli("record", "--run", runId, "--secrets", at("secrets.json"), "--level", "P2", "--output", at("p2.json")); // prettier-ignore
  expect(made).toEqual({ code: 0, out: "", err: "" });
}, SLOW);
afterAll(async () => {
  await db.destroy();
  place.remove();
});

type Verdict = { readonly code: number; readonly equal: boolean; readonly level: string; readonly difference: unknown };

/** The verdict on a text in a record's place: exit status and what was written. */
async function verdictOn(text: string): Promise<Verdict> {
  writeFileSync(at("to-verify.json"), text);
  const code = await verifyFile(["--input", at("to-verify.json"), "--output", at("verdict.json")]);
  const verdict = JSON.parse(readFileSync(at("verdict.json"), "utf8")) as Omit<Verdict, "code">;
  return { ...verdict, code };
}

describe("the file of secrets", () => {
  test("is readable for its owner only, and holds a key and two salts for everybody", () => {
    const { key, salts } = JSON.parse(readFileSync(at("secrets.json"), "utf8")) as {
      key: string;
      salts: Record<string, Record<string, string>>;
    };
    expect(statSync(at("secrets.json")).mode & 0o777).toBe(0o600);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(salts)).toHaveLength(read("p2.json").counts.people);
    const all = Object.values(salts).flatMap(({ review, disclosed }) => [review, disclosed]);
    expect(new Set([key, ...all]).size).toBe(1 + all.length);
  });

  test("keeps its secrets when somebody is added", () => {
    const first = secretsIn(at("added.json"))(["A"]);
    const second = secretsIn(at("added.json"))(["B", "A"]);

    expect(second.key).toBe(first.key);
    expect(second.salts.A).toEqual(first.salts.A);
    expect(Object.keys(second.salts).toSorted()).toEqual(["A", "B"]);
  });

  test.each([
    ["is not JSON", "key = 1"],
    ["lacks the salts", JSON.stringify({ key: "ab".repeat(32) })],
    ["has a key that is too short", JSON.stringify({ key: "ab", salts: {} })],
    [
      "has a salt that is no hex",
      JSON.stringify({ key: "ab".repeat(32), salts: { A: { review: "x", disclosed: "y" } } }),
    ],
    ["has members of its own", JSON.stringify({ key: "ab".repeat(32), salts: {}, more: 1 })],
  ])("is refused and left as it is when it %s", (_what, text) => {
    writeFileSync(at("bad.json"), text);
    expect(() => secretsIn(at("bad.json"))(["A"])).toThrow(BadInput);
    expect(readFileSync(at("bad.json"), "utf8")).toBe(text);
  });
});

describe("a record", () => {
  test(
    "names people by the same refs at every level while the secrets are the same",
    async () => {
      const { code, out, err } = await place.cli("record", "--run", runId, "--secrets", at("secrets.json"));

      expect(err).toBe("");
      const [p1, p2] = [JSON.parse(out) as SelectionRecord, read("p2.json")];
      expect([p1.level, p2.level]).toEqual(["P1", "P2"]);
      expect(p1.selected).toEqual(p2.selected);
      expect(p1.selected).toHaveLength(3);
      expect(p1.roots).toEqual(p2.roots);
      expect(await verdictOn(out)).toMatchObject({ code: 0, equal: true, level: "P1" });
      expect(code).toBe(0);
    },
    SLOW,
  );

  test("is computed again and found equal", async () => {
    const text = readFileSync(at("p2.json"), "utf8");
    expect(await verdictOn(text)).toMatchObject({ code: 0, equal: true, level: "P2", difference: null });
  });

  const firstScore = /("reviewer": "R1",\s*"scores": \{\s*"\w+": ")([^"]+)/;
  test.each([
    ["a score's digit", (score: string) => (score.startsWith("1") ? score.replace("1", "0") : `1${score.slice(1)}`)],
    ["a score's digit, now more than there are points", (score: string) => `9${score.slice(1)}`],
    ["a score that is no number", (score: string) => `x${score.slice(1)}`],
  ])("is found changed, and where, when one byte of it is another: %s", async (_what, change) => {
    const text = readFileSync(at("p2.json"), "utf8");
    const changed = text.replace(firstScore, (_, before: string, score: string) => before + change(score));
    expect(changed).toHaveLength(text.length);
    expect(changed).not.toBe(text);

    const { code, equal, difference } = await verdictOn(changed);

    expect({ code, equal }).toEqual({ code: 1, equal: false });
    expect(difference).toMatchObject({ path: expect.stringMatching(/^(people\[\d+\]\.stages\.|record$)/) });
  });

  test("is found changed when its root is another", async () => {
    const record = read("p2.json");
    const root = (record.root.startsWith("0") ? "1" : "0") + record.root.slice(1);
    expect(await verdictOn(JSON.stringify({ ...record, root }))).toMatchObject({ code: 1, equal: false });
  });

  test.each([
    ["another file", "{}"],
    ["a record of another format", JSON.stringify({ format: "other", level: "P2" })],
    ["a record without its parts", JSON.stringify({ format: "seonbal-record-1", level: "P2" })],
  ])("is not %s", async (_what, text) => {
    await expect(verdictOn(text)).rejects.toThrow(BadInput);
  });

  test(
    "is not made of a run that is not there, nor without a file of secrets",
    async () => {
      const [absent, noSecrets] = await Promise.all([
        place.cli("record", "--run", "r1", "--secrets", at("other.json")),
        place.cli("record", "--run", runId),
      ]);
      expect(absent).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^No record of run "r1": .*\n$/) });
      expect(noSecrets).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^record needs .*\n$/) });
    },
    SLOW,
  );
});

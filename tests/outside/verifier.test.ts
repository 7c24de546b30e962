import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atLevel } from "#app/domain/proof/record/at-level.ts";
import type { SelectionRecord } from "#app/domain/proof/record/record.ts";
import type { OwnDatabase } from "#tests/db/own-database.ts";
import { instances } from "#tests/support/instances.ts";
import { seededDemo } from "#tests/use-cases/demo/seeded-demo.ts";
import { demoRecords, type DemoRecords } from "./demo-records.ts";
import { ruleClasses } from "./random-cohort.ts";
import { randomRecord } from "./random-record.ts";
import { saidOf, verifyRecords, writeRecords } from "./run-verifier.ts";
import { seeded } from "./seeded.ts";
import { altered, tampered, tamperingsOfPublic, tamperingsOfReview, valueAt, type Tampering } from "./tampering.ts";

const now = new Date("2026-11-23T03:00:00.000Z");
const folder = mkdtempSync(join(tmpdir(), "seonbal-records-"));
let own: OwnDatabase;
let demo: DemoRecords;

beforeAll(async () => {
  own = await seededDemo(now);
  demo = await demoRecords(own.db, now);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await own.close();
});

/** Verifies several records in one process; a number stands for the exit status of the worst. */
function verifyAll(records: Readonly<Record<string, unknown>>) {
  const files = writeRecords(folder, records);
  const verdict = verifyRecords(files);
  const said = saidOf(verdict);
  return { status: verdict.status, said: Object.keys(records).map((name) => said.get(join(folder, `${name}.json`))) };
}

describe("the records of both demo cohorts", () => {
  const levels = ["P0", "P1", "P2"] as const;

  test("are what the rule gives, at every level", () => {
    const records = levels.flatMap((level) => [
      [`ai-${level}`, atLevel(demo.ai, level)],
      [`gcc-${level}`, atLevel(demo.gcc, level)],
    ]);
    expect(verifyAll(Object.fromEntries(records))).toEqual({ status: 0, said: Array(6).fill("EQUAL") });
  });

  test("tell what a level withholds: the public table of the AI Academy has no regions, its swaps are told", () => {
    const { status, stdout } = verifyRecords(["-", "--root", demo.ai.root], JSON.stringify(atLevel(demo.ai, "P1")));

    expect(status).toBe(0);
    expect(stdout).toContain("not checked: quota gwangju_half");
    expect(stdout).toMatch(/equal: order of merit of 487 people/);
    expect(stdout.trimEnd().endsWith("EQUAL")).toBe(true);
  });

  test("have refills by number, across tracks and into an added seat, all as the rule names them", () => {
    const added = demo.gcc.refills.flatMap((batch) => batch.added);
    expect(demo.gcc.refills.some(({ seatsAdded }) => seatsAdded.length > 0)).toBe(true);
    expect(added.filter(({ track, fromTrack }) => track !== fromTrack).length).toBeGreaterThanOrEqual(2);
  });

  test("are refused where another root was published", () => {
    const { status, stdout } = verifyRecords(["-", "--root", demo.gcc.root], JSON.stringify(atLevel(demo.ai, "P0")));
    expect([status, stdout.split("\n").at(-2)]).toEqual([1, expect.stringMatching(/^DIFFERENT: root \(given/)]);
  });
});

describe("a copy in which one value was changed", () => {
  test("is refused at that value, on fifty places drawn from everything that matters", () => {
    const records: Record<string, SelectionRecord> = {};
    const expected: RegExp[] = [];
    const add = (name: string, base: SelectionRecord, changes: readonly Tampering[]) => {
      for (const change of changes) {
        records[`${name} ${change.path.join(" ")}`] = tampered(base, change);
        expected.push(new RegExp(`^DIFFERENT: (?:${change.where.source.replaceAll("^", "")})`));
      }
    };
    for (const [name, record] of Object.entries(demo)) {
      const random = seeded(record.counts.people);
      add(`${name} P2`, record, random.shuffled(tamperingsOfReview(record, random)).slice(0, 18));
      const open = atLevel(record, "P1");
      add(`${name} P1`, open, random.shuffled(tamperingsOfPublic(open, random)).slice(0, 8));
    }
    const { status, said } = verifyAll(records);

    expect(said.length).toBeGreaterThanOrEqual(50);
    expect(status).toBe(1);
    const names = Object.keys(records);
    const misnamed = said.flatMap((line = "", index) => (expected[index]?.test(line) ? [] : [[names[index], line]]));
    expect(misnamed).toEqual([]);
  });

  test("is refused at its draw", () => {
    const draws = Array.from({ length: 200 }, (_, seed) => randomRecord(seed, "score_first"));
    const first = (algorithm: string) =>
      draws.find((record) => record?.draw?.algorithm === algorithm && record.counts.qualified > 4);
    const [simple, beacon] = [first("sha256-order")!, first("vrs-00-drand")!];
    const change = (record: SelectionRecord, ...path: readonly string[]) =>
      tampered(record, { path, to: altered(valueAt(record, path), seeded(7)), where: /./ });

    const { said } = verifyAll({
      seed: change(simple, "draw", "seed"),
      label: change(simple, "draw", "label"),
      ticket: change(simple, "table", String(simple.table!.findIndex(({ qualified }) => qualified)), "ticket"),
      randomness: change(beacon, "draw", "randomness"),
      signature: change(beacon, "draw", "signature"),
      code: change(beacon, "draw", "oneTimeCode"),
      commitment: change(beacon, "draw", "commitment"),
      pool: change(beacon, "draw", "pool", "root"),
      size: change(beacon, "draw", "pool", "size"),
      id: change(beacon, "draw", "drawId"),
      chain: change(beacon, "draw", "chain", "hash"),
      number: change(beacon, "draw", "number"),
      digest: change(beacon, "digest"),
    });

    expect(said.map((line) => line?.replace(/^DIFFERENT: ([\w.]+).*/, "$1"))).toEqual([
      "draw",
      "draw",
      "table",
      "draw.randomness",
      "draw.randomness",
      "draw.commitment",
      "draw.commitment",
      "draw.pool.root",
      "draw.pool.size",
      "draw",
      "draw",
      "draw",
      "digest",
    ]);
  });
});

describe("what is no record at all", () => {
  test.each<readonly [string, (json: string) => string, RegExp]>([
    ["not JSON", (json) => json.slice(0, -1), /^record: not JSON/],
    [
      "a member twice",
      (json) => json.replace('"engine":', '"level":"P0","engine":'),
      /^record: the member "level" stands twice/,
    ],
    [
      "an unknown member",
      (json) => json.replace('"engine":', '"motor":1,"engine":'),
      /^record: unknown member "motor"/,
    ],
    ["a missing member", (json) => json.replace(/"engine":\d+,/, ""), /^record: the member "engine" is missing/],
    [
      "a fraction",
      (json) => json.replace(/"people":(\d+)/, '"people":$1.0'),
      /^record\.counts\.people: \d+\.0 is not a whole/,
    ],
    [
      "no number",
      (json) => json.replace(/"people":\d+/, '"people":NaN'),
      /^record\.counts\.people: NaN is not a whole/,
    ],
    ["another format", (json) => json.replace("seonbal-record-1", "seonbal-record-2"), /^record\.format: must be/],
    [
      "an unknown member deep inside",
      (json) => json.replace('"choiceOrder"', '"x":1,"choiceOrder"'),
      /^record\.selected\[0\]: unknown member "x"/,
    ],
  ])("is refused with one line that names the place: %s", (_what, broken, said) => {
    const { status, stdout, stderr } = verifyRecords(["-"], broken(JSON.stringify(atLevel(demo.gcc, "P0"))));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("and so is a file that is not there, or none", () => {
    expect(verifyRecords([join(folder, "nowhere.json")]).status).toBe(2);
    expect(verifyRecords([]).status).toBe(2);
  });
});

describe("small selections drawn at random, under every class of rule", () => {
  test("are selected by the engine as the verifier selects them", () => {
    const records: Record<string, SelectionRecord> = {};
    const drawn = fc.tuple(fc.nat(), fc.constantFrom(...ruleClasses));
    // One process verifies them all, so the instances are drawn at once; those whose rule is refused do not count.
    for (const [seed, ruleClass] of fc.sample(drawn, { numRuns: 3 * instances, seed: 20261123 })) {
      if (Object.keys(records).length === instances) break;
      const record = randomRecord(seed, ruleClass);
      if (record) records[`${seed}-${ruleClass}`] = seed % 5 === 0 ? atLevel(record, "P1") : record;
    }
    const { status, said } = verifyAll(records);

    expect(said.length).toBe(instances);
    expect(said.filter((line) => line !== "EQUAL")).toEqual([]);
    expect(status).toBe(0);
  });
});

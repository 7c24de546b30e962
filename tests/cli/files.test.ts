import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { assignFile } from "#app/cli/files/assign-file.ts";
import { drawFile } from "#app/cli/files/draw-file.ts";
import { reliabilityFile } from "#app/cli/files/reliability-file.ts";
import { verifyFile } from "#app/cli/files/verify-file.ts";
import { select } from "#app/cli/select.ts";
import { aFileFolder } from "./file-command.ts";
import { assignInput, ratingsInput, selectInput } from "./file-inputs.ts";

const SLOW = 120_000;
const { folder, aFile, run, refusal, refusalOf, remove } = aFileFolder();
afterAll(remove);

/** The command line as a process of its own, with a text on standard input. */
function cli(input: string, ...words: readonly string[]) {
  const child = spawnSync(process.execPath, ["--import", "tsx", "app/entry.cli.ts", ...words], {
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", DATA_DIR: folder },
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}

describe("standard input and output", () => {
  test(
    "select --input - prints the outcome",
    () => {
      const { code, out, err } = cli(JSON.stringify(selectInput), "select", "--input", "-");

      expect(err).toBe("");
      expect(JSON.parse(out)).toMatchObject({
        status: "complete",
        seats: 1,
        selected: [{ applicationNo: "B", track: "game" }],
        reserves: [{ applicationNo: "A" }],
      });
      expect(code).toBe(0);
    },
    SLOW,
  );

  test(
    "an empty standard input is refused in one line, and nothing is printed",
    () => {
      const { code, out, err } = cli("", "draw");

      expect(err).toMatch(/^standard input: not JSON: .+\n$/);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(out).toBe("");
      expect(code).toBe(2);
    },
    SLOW,
  );
});

describe("assign", () => {
  test("finds the best total", async () => {
    const { code, answer } = await run(assignFile, assignInput);

    expect(code).toBe(0);
    expect(answer).toMatchObject({ feasible: true, total: 16, optimal: true });
    expect(answer.pairs).toEqual([
      { application: "a", reviewer: "s" },
      { application: "b", reviewer: "r" },
    ]);
  });

  test("takes every pair as equally good where no scores are given", async () => {
    const { answer } = await run(assignFile, { ...assignInput, scores: undefined });
    expect(answer).toMatchObject({ feasible: true, total: 0 });
  });

  test("names whom too few may read: an answer, not an error", async () => {
    const reviewers = assignInput.reviewers.map((reviewer) => ({ ...reviewer, max: reviewer.id === "t" ? 1 : 0 }));
    const { code, answer } = await run(assignFile, { ...assignInput, reviewers });

    expect(code).toBe(0);
    expect(answer).toMatchObject({
      feasible: false,
      shortage: { kind: "applications-short", assignable: 1, required: 2 },
    });
  });

  test.each([
    ["with what is assigned", [{ application: "a", reviewer: "s" }, { application: "b", reviewer: "r" }]], // prettier-ignore
    ["with nothing assigned yet", undefined],
  ])("leaves out who dropped out, %s", async (_what, current) => {
    const { answer } = await run(assignFile, { ...assignInput, current, dropped: ["s"] });

    expect(answer).toMatchObject({ feasible: true, total: 13 });
    expect(answer.pairs).toEqual([
      { application: "a", reviewer: "t" },
      { application: "b", reviewer: "r" },
    ]);
  });

  test.each<readonly [string, object, RegExp]>([
    [
      "an id twice",
      { ...assignInput, reviewers: [...assignInput.reviewers, assignInput.reviewers[0]] },
      /duplicate-id: r/,
    ],
    ["scores of another shape", { ...assignInput, scores: [[1]] }, /wrong-shape/],
    ["a float as a score", { ...assignInput, scores: [[0.5, 8, 5], [8, 2, 1]] }, /scores\[0\]\[0\]: /], // prettier-ignore
    ["a conflict with nobody", { ...assignInput, applications: [{ id: "a", reviews: 1, conflicts: ["z"] }] }, /z/],
    ["a reviewer who drops out and is none", { ...assignInput, dropped: ["z"] }, /z/],
  ])("refuses %s", async (_what, input, line) => {
    expect(await refusalOf(assignFile, input)).toMatch(line);
  });
});

describe("reliability", () => {
  test("tells agreement and severity; a balanced table gives the analysis of variance", async () => {
    const { code, answer } = await run(reliabilityFile, ratingsInput);

    expect(code).toBe(0);
    expect(answer).toMatchObject({
      advisory: true,
      reviews: 6,
      components: [{ applications: 3, reviewers: 2 }],
      agreement: { icc: { forms: { "ICC(3,1)": { value: expect.closeTo((28.5 - 0.5) / (28.5 + 0.5), 9) } } } },
      mixed: { mean: expect.closeTo(6, 3), variances: { application: expect.closeTo(14, 2), residual: expect.closeTo(0.5, 2) } }, // prettier-ignore
      reliabilityOfMean: { reviews: 2 },
    });
  });

  test("takes one review as well, and says what it cannot tell", async () => {
    const { answer } = await run(reliabilityFile, { ratings: [["a", "r", 3]], reviewsPerApplication: 3 });
    expect(answer).toMatchObject({ reviews: 1, agreement: { icc: { kind: "too_few" } }, reliabilityOfMean: null });
  });

  test.each<readonly [string, object, RegExp]>([
    ["a review twice", { ratings: [["a", "r", 1], ["a", "r", 2]] }, /ratings\[1\]: this review stands twice/], // prettier-ignore
    ["no ratings", { ratings: [] }, /ratings: /],
    ["a score that is no number", { ratings: [["a", "r", "1e3"]] }, /ratings\[0\]\[2\]: /],
    ["an empty name", { ratings: [["", "r", 1]] }, /ratings\[0\]\[0\]: /],
  ])("refuses %s", async (_what, input, line) => {
    expect(await refusalOf(reliabilityFile, input)).toMatch(line);
  });
});

describe("select", () => {
  test("stops with 3 where only a committee can break a tie", async () => {
    const tied = structuredClone(selectInput);
    tied.rule.tieBreakers = [{ by: "committee_decision" }];
    for (const person of tied.people) person.stages.document.score = "80";
    const { code, answer } = await run(select, tied);

    expect(answer).toMatchObject({ stopped: "tie", group: ["A", "B", "C"] });
    expect(code).toBe(3);
  });

  test.each<readonly [string, string, RegExp]>([
    [
      "a score that is a JSON number",
      JSON.stringify(selectInput).replace('"90.5"', "90.5"),
      /people\[1\]\.stages\.document\.score: /,
    ],
    ["an unknown member", JSON.stringify({ ...selectInput, peple: [] }), /peple/],
    ["a key twice", JSON.stringify(selectInput).replace('"draw"', '"people":[],"draw"'), /not JSON: .*people.*twice/],
    ["a track that nobody offers", JSON.stringify(selectInput).replace('["game"]', '["film"]'), /cannot run: .*/],
    ["text that is not JSON", "people: none", /not JSON/],
    ["half a file", JSON.stringify(selectInput).slice(0, 100), /not JSON/],
    ["a list", "[]", /the whole: /],
  ])("refuses %s", async (_what, text, line) => {
    expect(await refusal(select, "--input", aFile(text))).toMatch(line);
  });

  test("refuses words that do not belong together", async () => {
    expect(await refusal(select, "--output", "x.json")).toMatch(/--input FILE/);
    expect(await refusal(select, "--cohort", "c", "--input", "x.json")).toMatch(/--cohort SLUG/);
  });
});

describe("every command that reads a file", () => {
  test.each([
    ["draw", drawFile],
    ["assign", assignFile],
    ["reliability", reliabilityFile],
    ["verify", verifyFile],
  ] as const)("%s refuses in one line a file it cannot use", async (_name, command) => {
    expect(await refusal(command, "--input", join(folder, "absent.json"))).toMatch(/absent\.json: it cannot be read/);
    expect(await refusal(command, "--input", folder)).toMatch(/cannot be read/);
    expect(await refusal(command, "--input", aFile(""))).toMatch(/not JSON/);
    expect(await refusal(command, "--input", aFile("{"))).toMatch(/not JSON/);
    expect(await refusal(command, "--input", aFile("null"))).toMatch(/the whole: /);
    expect(await refusal(command, "--input", aFile('{"a":1,"a":2}'))).toMatch(/"a" stands twice/);
    expect(await refusal(command, "--input")).toMatch(/--input/);
    expect(await refusal(command, "--imput", "x")).toMatch(/--imput/);
    expect(await refusal(command, "x.json")).toMatch(/^x\.json: .*--input FILE/);
  });

  test("says that an output cannot be written", async () => {
    mkdirSync(join(folder, "taken"));
    const input = aFile(JSON.stringify(ratingsInput));
    expect(await refusal(reliabilityFile, "--input", input, "--output", join(folder, "taken"))).toMatch(
      /cannot be written/,
    );
  });
});

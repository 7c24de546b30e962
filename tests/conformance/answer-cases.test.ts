import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const SLOW = 60_000;

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The door as a process of its own, with a text on standard input. */
async function answerCases(input: string, ...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/conformance/answer-cases.ts", ...words]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  child.stdin.on("error", () => {}).end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}

const vector = (value: string) => ({ vectors: [{ id: "v", value, places: 0, mode: "half_up" }] });

test(
  "answers every case it can and names the broken ones, each in a line",
  async () => {
    const cases = [
      { id: "good", input: vector("2.5") },
      { id: "no number", input: vector("two") },
      { id: "no vectors", input: {} },
      { id: "no input" },
      { id: "good again", title: "more keys", input: vector("3.5"), expected: "never read" },
    ];

    const { code, out, err } = await answerCases(JSON.stringify({ family: "decimal_rounding", cases }), "-");

    expect(JSON.parse(out)).toEqual({
      results: { good: { results: { v: "3" } }, "good again": { results: { v: "4" } } },
      unsupported: ["no number", "no vectors", "no input"],
    });
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^no number: .*two/),
      expect.stringMatching(/^no vectors: vectors: ./),
      expect.stringMatching(/^no input: input: ./),
    ]);
    expect(code).toBe(0);
  },
  SLOW,
);

test(
  "ends with 2 and one line where there is nothing to answer",
  async () => {
    const [unknown, inherited, notJson, notCases, empty] = await Promise.all([
      answerCases(JSON.stringify({ family: "horoscope", cases: [] }), "-"),
      answerCases(JSON.stringify({ family: "constructor", cases: [] }), "-"),
      answerCases("family: merkle", "-"),
      answerCases(JSON.stringify({ family: "merkle", cases: "none" }), "-"),
      answerCases("", "-"),
    ]);

    expect(unknown.err).toMatch(/unknown family "horoscope"; known: .*merkle.*, scale/);
    expect(inherited.err).toMatch(/unknown family "constructor"/);
    for (const { err } of [notJson, notCases, empty]) expect(err).toMatch(/not a case file/);
    for (const { code, out, err } of [unknown, inherited, notJson, notCases, empty]) {
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(out).toBe("");
      expect(code).toBe(2);
    }
  },
  SLOW,
);

test(
  "asks for a file, and names one that cannot be read",
  async () => {
    const [none, absent] = await Promise.all([answerCases(""), answerCases("", "tests/absent.json")]);

    expect(none).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^cases takes one file: .*\n$/) });
    expect(absent).toEqual({ code: 2, out: "", err: "tests/absent.json: the file cannot be read\n" });
  },
  SLOW,
);

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const program = join(import.meta.dirname, "../../public/verify-selection.py");

type Verdict = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the stand-alone verifier as the public does; `input` goes to its standard input. */
export function verifyRecords(words: readonly string[], input = ""): Verdict {
  const { status, stdout, stderr } = spawnSync("python3", ["-I", "-B", program, ...words], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Writes each value as a file; answers the files' names by the names given. */
export function writeRecords(folder: string, records: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(records).map(([name, record]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, typeof record === "string" ? record : JSON.stringify(record));
    return file;
  });
}

/** What was said of each of several files, by the file's name: the verdict, or why it is no record. */
export function saidOf({ stdout, stderr }: Verdict): ReadonlyMap<string, string> {
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]));
}

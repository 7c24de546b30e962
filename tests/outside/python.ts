import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs one of the programs beside this file on a JSON value; answers what it printed. */
export function python(program: string, value: unknown, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("python3", [join(import.meta.dirname, program), ...words], {
    input: JSON.stringify(value),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

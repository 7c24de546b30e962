import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { BadInput } from "#app/cli/bad-input.ts";

type Command = (words: readonly string[]) => Promise<number>;
type Answered = { readonly code: number; readonly answer: Readonly<Record<string, unknown>> };

/** A folder for the inputs and outputs of commands that are called in this process. */
export function aFileFolder() {
  const folder = mkdtempSync(join(tmpdir(), "seonbal-files-"));
  let files = 0;

  function aFile(text: string): string {
    const path = join(folder, `${(files += 1)}.json`);
    writeFileSync(path, text);
    return path;
  }

  /** What a command writes for an input, and its exit status. */
  async function run(command: Command, input: unknown): Promise<Answered> {
    const output = join(folder, `${(files += 1)}.out.json`);
    const code = await command(["--input", aFile(JSON.stringify(input)), "--output", output]);
    return { code, answer: JSON.parse(readFileSync(output, "utf8")) as Answered["answer"] };
  }

  /** The one line of a command that refuses its words. */
  async function refusal(command: Command, ...words: readonly string[]): Promise<string> {
    const thrown: unknown = await command(words).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BadInput);
    const { message } = thrown as BadInput;
    expect(message.split("\n")).toHaveLength(1);
    return message;
  }

  const refusalOf = (command: Command, input: unknown) => refusal(command, "--input", aFile(JSON.stringify(input)));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { folder, aFile, run, refusal, refusalOf, remove };
}

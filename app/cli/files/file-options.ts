import { BadInput, readArguments } from "../bad-input.ts";

/** `--input FILE` and `--output FILE`; a bare file name is refused, or the command would wait for standard input. */
export function readFileOptions(words: readonly string[]): { readonly input?: string; readonly output?: string } {
  const { values, positionals } = readArguments(words, { input: { type: "string" }, output: { type: "string" } });
  if (positionals.length > 0) throw new BadInput(`${positionals[0]}: what is that? A file is named by --input FILE.`);
  return { ...values };
}

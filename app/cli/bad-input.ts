import { parseArgs, type ParseArgsConfig } from "node:util";

/** What the operator typed is wrong; the message is one line for standard error, and the command ends with 2. */
export class BadInput extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The command's words and options, or one line about what is wrong with them. */
export function readArguments<const Known extends Options>(words: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new BadInput(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

import { commands } from "./cli/commands.ts";
import { BadInput } from "./cli/bad-input.ts";

/** Operator door. Exit 0: done. 2: the input is wrong, said in one line. 3: a committee must decide a tie first. */
async function main(words: readonly string[]): Promise<number> {
  const known = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (!known) {
    console.error(words.length === 0 ? usage() : `There is no command "${words.slice(0, 2).join(" ")}".\n${usage()}`);
    return 2;
  }
  try {
    return await known.run(words.slice(known.name.split(" ").length));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return 2;
  }
}

function usage(): string {
  const lines = commands.map(({ name, options, what }) => `  ${`${name} ${options}`.padEnd(44)} ${what}`);
  return ["Commands (npm run cli -- …):", ...lines].join("\n");
}

process.exitCode = await main(process.argv.slice(2));

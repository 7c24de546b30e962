import { readFileSync } from "node:fs";
import { readDefinition } from "#app/domain/cohort/read-definition.ts";
import { formatMistake } from "#app/domain/programme/check-definition.ts";
import { BadInput, readArguments } from "./bad-input.ts";

export async function checkDefinitionFile(words: readonly string[]): Promise<number> {
  const { positionals, values } = readArguments(words, { language: { type: "string", default: "en" } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new BadInput("definition check takes one file: npm run cli -- definition check FILE");
  const language = values.language === "ko" ? "ko" : "en";
  const read = readDefinition(textOf(file));
  if (read.ok) {
    console.log(`${file}: ${read.value.definition.slug}, ${read.value.definition.capacity} seats, no mistakes`);
    return 0;
  }
  for (const mistake of read.refusal) console.error(formatMistake(mistake, language));
  return 2;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BadInput(`${file}: the file cannot be read. Check its name and rights.`);
  }
}

import { readFileSync } from "node:fs";
import { z } from "zod";
import { families } from "./families.ts";

const caseFile = z.object({
  family: z.string(),
  cases: z.array(z.object({ id: z.string(), input: z.unknown().optional() })),
});

/**
 * `npm run --silent cases -- FILE.json`: computes the answer of every case of one family and prints
 * `{"results":{id: answer},"unsupported":[]}`. Each answer is computed from the case's input alone.
 * Exit 2 and one line on standard error when the file is not a case file or its family is not known.
 */
function main([file]: readonly string[]): number {
  if (file === undefined)
    return wrong("cases takes one file: npm run --silent cases -- FILE.json (or - for standard input)");
  const text = textOf(file);
  if (text === undefined) return wrong(`${file}: the file cannot be read`);
  const read = caseFile.safeParse(jsonOf(text));
  if (!read.success) return wrong(`${file}: not a case file (an object with "family" and "cases")`);
  const answer = Object.hasOwn(families, read.data.family) ? families[read.data.family] : undefined;
  if (!answer)
    return wrong(`${file}: unknown family "${read.data.family}"; known: ${Object.keys(families).join(", ")}`);

  const results: Record<string, unknown> = {};
  const unsupported: string[] = [];
  for (const { id, input } of read.data.cases) {
    try {
      results[id] = answer(input);
    } catch (error) {
      console.error(`${id}: ${lineOf(error)}`);
      unsupported.push(id);
    }
  }
  console.log(JSON.stringify({ results, unsupported }));
  return 0;
}

/** What is wrong, in one line; of a broken shape the place as well. */
function lineOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join(".") || "input"}: ${issue?.message ?? "wrong shape"}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? "";
}

function wrong(line: string): number {
  console.error(line);
  return 2;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

process.exitCode = main(process.argv.slice(2));

import { readFileSync, writeFileSync } from "node:fs";
import type { z } from "zod";
import { readJson } from "#app/domain/proof/read-json.ts";
import { BadInput } from "../bad-input.ts";

/** The file's JSON in the given shape; `-` or nothing = standard input. Throws BadInput with one line: where, and what. */
export function readInput<Shape extends z.ZodType>(file: string | undefined, shape: Shape): z.output<Shape> {
  return shaped(readJsonFile(file), { file, shape });
}

/** The file's JSON, whatever it says. */
export function readJsonFile(file: string | undefined): unknown {
  const name = nameOf(file);
  return jsonOf(name, textOf(file, name));
}

type Wanted<Shape> = { readonly file: string | undefined; readonly shape: Shape };

/** JSON in the given shape, or BadInput with one line: where it differs, and how. */
export function shaped<Shape extends z.ZodType>(json: unknown, { file, shape }: Wanted<Shape>): z.output<Shape> {
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  throw new BadInput(`${nameOf(file)}: ${path.replace(/^\./, "") || "the whole"}: ${issue?.message ?? "wrong shape"}`);
}

function nameOf(file: string | undefined): string {
  return file === undefined || file === "-" ? "standard input" : file;
}

/** Writes JSON; `-` or nothing = standard output. */
export function writeOutput(file: string | undefined, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (file === undefined || file === "-") {
    // Whoever reads only the beginning (`| head`) has what they wanted.
    process.stdout.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch {
    throw new BadInput(`${file}: the file cannot be written. Check its folder and rights.`);
  }
}

function textOf(file: string | undefined, name: string): string {
  try {
    return readFileSync(file === undefined || file === "-" ? 0 : file, "utf8");
  } catch {
    throw new BadInput(`${name}: it cannot be read. Check its name and rights.`);
  }
}

function jsonOf(name: string, text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new BadInput(`${name}: not JSON: ${line}`);
  }
}

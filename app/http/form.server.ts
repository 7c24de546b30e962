import { parseWithZod } from "@conform-to/zod/v4";
import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { Submission } from "@conform-to/react";
import type { z } from "zod";
import { requireSameOrigin } from "./same-origin.server.ts";

const MAX_FILES = 10;
const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Of everything typed in one form; percent-encoded Hangul takes nine bytes a letter. */
const MAX_TEXT = 4 * 1024 * 1024;

const limits = [
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
] as const;

/** Same-origin check, then the form as it was sent. Files stay in memory and are bounded. */
export async function readFormData(request: Request): Promise<FormData> {
  requireSameOrigin(request);
  const formData = await parse(request);
  if (![...formData.keys()].every(isPlainName)) throw badRequest();
  if (textLength(formData) > MAX_TEXT) throw tooLarge();
  return formData;
}

async function parse(request: Request): Promise<FormData> {
  try {
    return await parseFormData(request, {
      maxFiles: MAX_FILES,
      maxFileSize: MAX_FILE_BYTES,
      maxTotalSize: carriesFiles(request) ? 2 * MAX_FILE_BYTES : MAX_TEXT,
    });
  } catch (error) {
    if (limits.some((limit) => error instanceof limit)) {
      throw tooLarge();
    }
    // Nothing that a browser's form sends: cut off, or of another kind.
    if (error instanceof FormDataParseError) throw badRequest();
    throw error;
  }
}

/**
 * The form library builds lists and objects from names: `email[99999999]` would keep the process busy for a minute, and
 * names that begin with two underscores command it. No page of ours sends either.
 */
function isPlainName(name: string): boolean {
  return name.length <= 200 && !name.includes("[") && !name.startsWith("__");
}

function carriesFiles(request: Request): boolean {
  return request.headers.get("Content-Type")?.startsWith("multipart/") ?? false;
}

function textLength(formData: FormData): number {
  return [...formData.values()].reduce((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
}

function tooLarge(): Response {
  return new Response(null, { status: 413, statusText: "Content Too Large" });
}

function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad Request" });
}

/** The form read by the schema that the page uses too. Its errors are keys of `common:errors`. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Submission<z.output<Schema>, string[]>> {
  const formData = await readFormData(request);
  return parseWithZod(formData, { schema }) as Submission<z.output<Schema>, string[]>;
}

import { parseWithZod } from "@conform-to/zod/v4";
import {
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { Submission } from "@conform-to/react";
import type { z } from "zod";
import { requireSameOrigin } from "./same-origin.server.ts";

const MAX_FILES = 10;
const MAX_FILE_BYTES = 25 * 1024 * 1024;

export type TooLarge = { readonly tooLarge: true };

/** Same-origin check, then the form as it was sent. Files stay in memory and are bounded. */
export async function readFormData(request: Request): Promise<FormData> {
  requireSameOrigin(request);
  try {
    return await parseFormData(request, {
      maxFiles: MAX_FILES,
      maxFileSize: MAX_FILE_BYTES,
      maxTotalSize: 2 * MAX_FILE_BYTES,
    });
  } catch (error) {
    if (
      error instanceof MaxFileSizeExceededError ||
      error instanceof MaxFilesExceededError ||
      error instanceof MaxTotalSizeExceededError
    ) {
      throw new Response(null, { status: 413, statusText: "Content Too Large" });
    }
    throw error;
  }
}

/** The form read by the schema that the page uses too. Its errors are keys of `common:errors`. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Submission<z.output<Schema>, string[]>> {
  const formData = await readFormData(request);
  return parseWithZod(formData, { schema }) as Submission<z.output<Schema>, string[]>;
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { recordFormat, type SelectionRecord } from "#app/domain/proof/record/record.ts";
import { verifyRecord } from "#app/domain/proof/record/verify-record.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { BadInput } from "../bad-input.ts";
import { readFileOptions } from "./file-options.ts";
import { readInput, writeOutput } from "./json-file.ts";

const DIFFERENT = 1;

/** Only what tells a record from another file; the rest is checked by computing it again. */
const recordShape = z.looseObject({ format: z.literal(recordFormat), level: z.enum(["P0", "P1", "P2"]) });

/** Computes a record again with this engine: exit 0 when equal, 1 with the first difference. */
export async function verifyFile(words: readonly string[]): Promise<number> {
  const values = readFileOptions(words);
  const record = readInput(values.input, recordShape) as unknown as SelectionRecord;
  const verdict = verdictOn(record, await loadIntegerSolver());
  const { difference, notChecked } = verdict;
  writeOutput(values.output, {
    equal: difference === null,
    level: record.level,
    root: record.root,
    difference,
    notChecked,
  });
  return difference === null ? 0 : DIFFERENT;
}

function verdictOn(record: SelectionRecord, solver: Awaited<ReturnType<typeof loadIntegerSolver>>) {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
  try {
    return verifyRecord(record, { sha256, solver });
  } catch (error) {
    throw new BadInput(`not a whole record: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  }
}

import { createHash } from "node:crypto";
import { z } from "zod";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { recordFormat, type SelectionRecord } from "#app/domain/proof/record/record.ts";
import { verifyRecord, type Verdict } from "#app/domain/proof/record/verify-record.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { readFileOptions } from "./file-options.ts";
import { readInput, writeOutput } from "./json-file.ts";

const DIFFERENT = 1;

const part = z.looseObject({});

/** The parts that every record has; what is in them is checked by computing it again. */
const recordShape = z.looseObject({
  format: z.literal(recordFormat),
  level: z.enum(["P0", "P1", "P2"]),
  rule: part,
  scoring: part,
  counts: part,
  selected: z.array(part),
  refills: z.array(part),
  commitments: part,
  roots: part,
  root: z.string(),
});

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

/** What a whole record holds may have been changed into something that no rule takes: a difference as well. */
function verdictOn(record: SelectionRecord, solver: IntegerSolver): Verdict {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
  try {
    return verifyRecord(record, { sha256, solver });
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const difference = { path: "record", stored: "what the rule takes", replayed: `cannot be computed: ${reason}` };
    return { difference, notChecked: ["totals", "order", "seats", "digest", "refills"] };
  }
}

import { z } from "zod";
import { inputOfRecord } from "#app/domain/proof/record/record-input.ts";
import { recordFormat, type SelectionRecord } from "#app/domain/proof/record/record.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { selectionInputSchema } from "#app/domain/selection/input-schema.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { BadInput } from "../bad-input.ts";
import { readJsonFile, shaped, writeOutput } from "./json-file.ts";

const COMMITTEE_MUST_DECIDE = 3;

type Files = { readonly input: string | undefined; readonly output: string | undefined };

/** Runs the rule of a file, an input or a record of level P2, on its people: no database is read or written. */
export async function selectFile({ input, output }: Files): Promise<number> {
  const selection = readSelection(input);
  const isExpert = selection.rule.tracks.some(({ choice }) => choice?.kind === "overlapping_bounds");
  const outcome = selectCohort(selection, isExpert ? { solver: await loadIntegerSolver() } : {});
  if (outcome.status === "refused") {
    throw new BadInput(`The selection cannot run: ${outcome.refusal.reason} (${outcome.refusal.subject})`);
  }
  if (outcome.status === "stopped") {
    writeOutput(output, { stopped: "tie", digest: outcome.digest, ...outcome.tie });
    return COMMITTEE_MUST_DECIDE;
  }
  writeOutput(output, outcome);
  return 0;
}

const anyRecord = z.looseObject({ format: z.literal(recordFormat) });
/** What of a record a run needs; its rule and people are checked as those of any input. */
const fullRecord = z.looseObject({
  level: z.literal("P2", { error: "only a record of level P2 holds the people" }),
  rule: z.looseObject({}),
  people: z.array(z.looseObject({ ref: z.string(), stages: z.record(z.string(), z.looseObject({})) })),
  tieDecisions: z.array(z.array(z.string())),
});

function readSelection(file: string | undefined): SelectionInput {
  const json = readJsonFile(file);
  if (!anyRecord.safeParse(json).success) return shaped(json, { file, shape: selectionInputSchema });
  const record = shaped(json, { file, shape: fullRecord }) as unknown as SelectionRecord;
  return shaped(inputOfRecord(record, record.people ?? []), { file, shape: selectionInputSchema });
}

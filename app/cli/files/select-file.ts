import { loadIntegerSolver } from "#app/solver/highs.ts";
import { selectionInputSchema } from "#app/domain/selection/input-schema.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { BadInput } from "../bad-input.ts";
import { readInput, writeOutput } from "./json-file.ts";

const COMMITTEE_MUST_DECIDE = 3;

type Files = { readonly input: string | undefined; readonly output: string | undefined };

/** Runs the rule of a file on the people of a file: no database is read or written. */
export async function selectFile({ input, output }: Files): Promise<number> {
  const selection: SelectionInput = readInput(input, selectionInputSchema);
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

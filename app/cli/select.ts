import { systemActor } from "#app/domain/access/actor.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { BadInput, readArguments } from "./bad-input.ts";
import { withDatabase } from "./with-database.ts";

const COMMITTEE_MUST_DECIDE = 3;

/** Prints the outcome as JSON. Without --dry-run the try-out is stored; an official run takes two people and the pages. */
export async function select(words: readonly string[]): Promise<number> {
  const { values } = readArguments(words, {
    cohort: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    input: { type: "string" },
    output: { type: "string" },
  });
  const slug = values.cohort;
  if (values.input !== undefined && slug === undefined) {
    const { selectFile } = await import("./files/select-file.ts");
    return selectFile({ input: values.input, output: values.output });
  }
  if (!slug || values.input !== undefined || values.output !== undefined) {
    throw new BadInput("select needs --cohort SLUG (from the database) or --input FILE (- for standard input)");
  }
  return withDatabase(async (db) => {
    const cohort = await findCohortBySlug(db, slug);
    if (!cohort) throw new BadInput(`There is no cohort "${slug}".`);
    const answer = await runSelection(db, systemActor, {
      cohortId: cohort.id,
      kind: "tryout",
      isDryRun: values["dry-run"] === true,
      now: new Date(),
    });
    if (!answer.ok) throw new BadInput(`The selection cannot run: ${refusalLine(answer.refusal)}`);
    if (answer.value.status === "stopped") {
      console.log(JSON.stringify({ stopped: "tie", ...answer.value.tie }, null, 2));
      return COMMITTEE_MUST_DECIDE;
    }
    console.log(JSON.stringify(answer.value.summary, null, 2));
    return 0;
  });
}

const sentences: Readonly<Record<string, string>> = {
  "stage-not-approved": "the last stage is not closed and approved yet.",
  "already-published": "the result is already published.",
};

function refusalLine(refusal: string | { readonly kind: string }): string {
  return typeof refusal === "string" ? (sentences[refusal] ?? refusal) : JSON.stringify(refusal);
}

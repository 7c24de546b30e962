import { createHash } from "node:crypto";
import { systemActor } from "#app/domain/access/actor.ts";
import { atLevel } from "#app/domain/proof/record/at-level.ts";
import { recordOfRun } from "#app/use-cases/record-of-run.ts";
import { BadInput, readArguments } from "./bad-input.ts";
import { writeOutput } from "./files/json-file.ts";
import { secretsIn } from "./record-secrets.ts";
import { withDatabase } from "./with-database.ts";

const levels = ["P0", "P1", "P2"] as const;

/** Writes the record of a stored run. P1 is for the public, P2 for the auditor; the file of secrets is the auditor's as well. */
export async function record(words: readonly string[]): Promise<number> {
  const { values } = readArguments(words, {
    run: { type: "string" },
    secrets: { type: "string" },
    level: { type: "string", default: "P1" },
    output: { type: "string" },
  });
  const { run, secrets, output } = values;
  const level = levels.find((name) => name === values.level);
  if (!run || !secrets || !level) {
    throw new BadInput("record needs --run ID, --secrets FILE (made if it is not there) and --level P0, P1 or P2");
  }
  return withDatabase(async (db) => {
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
    const answer = await recordOfRun(db, systemActor, {
      runId: run,
      secretsFor: secretsIn(secrets),
      sha256,
      now: new Date(),
    });
    if (!answer.ok) throw new BadInput(`No record of run "${run}": ${JSON.stringify(answer.refusal)}`);
    writeOutput(output, atLevel(answer.value, level));
    return 0;
  });
}

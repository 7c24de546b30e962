import { replaySelection } from "#app/use-cases/replay-selection.ts";
import { BadInput, readArguments } from "./bad-input.ts";
import { withDatabase } from "./with-database.ts";

/** Computes a stored run again from its stored input: exit 0 when equal, 1 with the first difference. */
export async function replay(words: readonly string[]): Promise<number> {
  const { values } = readArguments(words, { run: { type: "string" } });
  const runId = values.run;
  if (!runId) throw new BadInput("replay needs a run: npm run cli -- replay --run ID");
  return withDatabase(async (db) => {
    const answer = await replaySelection(db, runId);
    if (!answer.ok) throw new BadInput(`There is no run "${runId}".`);
    console.log(JSON.stringify(answer.value, null, 2));
    return answer.value.equal ? 0 : 1;
  });
}

import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput, SelectionOutcome } from "#app/domain/selection/selection.ts";
import { startThread } from "./start-thread.ts";

/** Fewer people are selected from in less time than a thread takes to start. */
const worthAThread = 1_000;

/**
 * What selectCohort answers, computed in a thread of its own where the cohort is large: mail, reminders and deadlines, which
 * share the process, do not wait for it.
 */
export async function selectInThread(input: SelectionInput): Promise<SelectionOutcome> {
  if (input.people.length < worthAThread) return selectCohort(input);
  const thread = startThread(new URL("./select-thread.ts", import.meta.url), input);
  try {
    return await new Promise<SelectionOutcome>((resolve, reject) => {
      thread.once("message", resolve).once("error", reject);
      thread.once("exit", (code) => reject(new Error(`the selection's thread ended with ${code} and no outcome`)));
    });
  } finally {
    await thread.terminate();
  }
}

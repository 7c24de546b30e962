import { takesApplications, type CohortPhase } from "../cohort/phase.ts";
import { windowOf } from "../programme/calendar.ts";
import type { ProgrammeDefinition } from "../programme/definition.ts";

/** Whether a cohort takes applications: not yet, now, or not any more. */
export type Door = "not_yet" | "open" | "over";

/** The door as it stood when a request arrived; [start, end), so the closing instant itself is too late. */
export function doorAt(phase: CohortPhase, definition: Pick<ProgrammeDefinition, "calendar">, arrivedAt: Date): Door {
  const window = windowOf(definition, "application");
  if (takesApplications(phase, window, arrivedAt)) return "open";
  return phase === "draft" || (phase === "open" && arrivedAt < window.start) ? "not_yet" : "over";
}

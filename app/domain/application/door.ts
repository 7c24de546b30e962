import { takesApplications, type CohortPhase } from "../cohort/phase.ts";
import { windowOf } from "../programme/calendar.ts";
import type { ProgrammeDefinition } from "../programme/definition.ts";

/** Whether a cohort takes applications: not yet, now, or not any more. */
export type Door = "not_yet" | "open" | "over";

type Opened = { readonly phase: CohortPhase; readonly closedAt: string | null };

/**
 * The door as it stood when a request arrived; [start, end), so the closing instant itself is too late. Where a person
 * closed before the window's end, what arrived until then is in time and what came after is late.
 */
export function doorAt(
  { phase, closedAt }: Opened,
  definition: Pick<ProgrammeDefinition, "calendar">,
  arrivedAt: Date,
): Door {
  const window = windowOf(definition, "application");
  const wasClosed = phase === "closed" && closedAt !== null && arrivedAt >= new Date(closedAt);
  if (!wasClosed && takesApplications(phase, window, arrivedAt)) return "open";
  return phase === "draft" || (phase === "open" && arrivedAt < window.start) ? "not_yet" : "over";
}

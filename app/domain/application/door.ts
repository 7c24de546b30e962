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

type OwnDoor = {
  readonly cohort: Opened;
  readonly definition: Pick<ProgrammeDefinition, "calendar">;
  /** The end of this application's personal extension, or null where none was given or it was revoked. */
  readonly extendedUntil: Date | null;
  readonly arrivedAt: Date;
};

/**
 * The door of one application: a personal extension holds it open after the close until its instant, which itself is
 * too late. It ends when the first stage begins, whatever was written in it: by then the others are being reviewed.
 */
export function ownDoorAt({ cohort, definition, extendedUntil, arrivedAt }: OwnDoor): Door {
  const door = doorAt(cohort, definition, arrivedAt);
  if (door !== "over" || extendedUntil === null) return door;
  return mayBeExtended(cohort.phase) && arrivedAt < extendedUntil ? "open" : "over";
}

/** Whether staff may still give somebody more time: from the opening until the first stage begins. */
export function mayBeExtended(phase: CohortPhase): boolean {
  return phase === "open" || phase === "closed";
}

/** The instant from which an application is late: its own extension, where that is later than the window's end. */
export function closesAt(definition: Pick<ProgrammeDefinition, "calendar">, extendedUntil: Date | null): Date {
  const { end } = windowOf(definition, "application");
  return extendedUntil !== null && extendedUntil > end ? extendedUntil : end;
}

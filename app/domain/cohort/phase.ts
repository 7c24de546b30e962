/** A cohort's phase is stored and moved by acts; the calendar opens and closes doors. */
export const cohortPhases = [
  "draft",
  "open",
  "closed",
  "in_review",
  "selecting",
  "confirmed",
  "published",
  "filling",
  "in_training",
  "completed",
  "archived",
] as const;
export type CohortPhase = (typeof cohortPhases)[number];

/** A window is [start, end): what arrives at the end instant is late. */
export type Window = { readonly start: Date; readonly end: Date };

/** Whether an act that arrived at `at` arrived inside the window. */
export function isInside(window: Window, at: Date): boolean {
  return at >= window.start && at < window.end;
}

/** Applications are taken when the cohort was opened by a person and the calendar's door is open. */
export function takesApplications(phase: CohortPhase, window: Window, arrivedAt: Date): boolean {
  // `closed` too: the close may be recorded while a request that arrived in time is still on its way.
  return (phase === "open" || phase === "closed") && isInside(window, arrivedAt);
}

/** Whether `phase` is at or after `reached` in the life of a cohort. */
export function hasReached(phase: CohortPhase, reached: CohortPhase): boolean {
  return cohortPhases.indexOf(phase) >= cohortPhases.indexOf(reached);
}

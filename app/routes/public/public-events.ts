import type { CalendarEvent, ProgrammeDefinition } from "#app/domain/programme/definition.ts";

/** Completing documents concerns only those who are asked to, each with a date of their own. */
const ofSomeOnly: ReadonlySet<string> = new Set(["documentFix"]);

/** What the notice and its calendar file show, in the order in which it begins. */
export function publicEvents({ calendar }: Pick<ProgrammeDefinition, "calendar">): readonly CalendarEvent[] {
  return calendar.events
    .filter(({ key }) => !ofSomeOnly.has(key))
    .toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start));
}

import { z } from "zod";
import { day, identifier, instant, localText, part, timeOfDay, type DeepReadonly } from "./shape.ts";

const event = part({
  key: identifier,
  label: localText,
  start: instant,
  end: instant.optional(),
  rule: localText.optional(),
  weekdaysOnly: z.boolean().optional(),
});

export const calendarSchema = part({
  demoShift: z.string().optional(),
  events: z.array(event).min(1),
  holidays: z.array(day),
  businessHours: z.tuple([timeOfDay, timeOfDay]),
});

export type CalendarDefinition = DeepReadonly<z.output<typeof calendarSchema>>;
export type CalendarEvent = CalendarDefinition["events"][number];
type WithCalendar = { readonly calendar: CalendarDefinition };

/** Events that other parts of a definition rely on. Every stage needs one of its own id besides. */
export const neededEvents = [
  "notice",
  "application",
  "finalResult",
  "confirm",
  "appeal",
  "reserveFill",
  "start",
] as const;

/** Events that are windows, so that an end must stand beside the start. */
export const windowEvents: ReadonlySet<string> = new Set(["application", "confirm", "appeal", "reserveFill"]);

export function findEvent(definition: WithCalendar, key: string): CalendarEvent | undefined {
  return definition.calendar.events.find((event) => event.key === key);
}

/** [start, end) of an event; an event without an end is an instant, so both are equal. Throws for an event that a checked definition cannot lack. */
export function windowOf(definition: WithCalendar, key: string): { readonly start: Date; readonly end: Date } {
  const found = findEvent(definition, key);
  if (found === undefined) throw new Error(`The calendar has no event "${key}"`);
  return { start: new Date(found.start), end: new Date(found.end ?? found.start) };
}

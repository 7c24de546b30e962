import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { LocalText } from "#app/domain/programme/text.ts";

export type NextDate = { readonly label: LocalText; readonly edge: "start" | "end"; readonly at: string };

/** The first moment of the calendar after `now`: something begins or ends. Undefined when all is over. */
export function nextDate(definition: Pick<ProgrammeDefinition, "calendar">, now: Date): NextDate | undefined {
  return definition.calendar.events
    .flatMap(({ label, start, end }): readonly NextDate[] => [
      { label, edge: "start", at: start },
      ...(end === undefined ? [] : [{ label, edge: "end" as const, at: end }]),
    ])
    .filter(({ at }) => new Date(at) > now)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))[0];
}

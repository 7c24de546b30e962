import { readDefinition } from "#app/domain/cohort/read-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text as textIn } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type Source = { readonly text: string; readonly shifted: ProgrammeDefinition; readonly language: Language };

/** The events of a calendar before and after it is moved, and what the cohort will be called. */
export function keyDatesOf({ text, shifted, language }: Source) {
  const read = readDefinition(text);
  const before = new Map(read.ok ? read.value.definition.calendar.events.map((event) => [event.key, event]) : []);
  return {
    name: textIn(shifted.title, language),
    slug: shifted.slug,
    seats: shifted.capacity,
    isSample: shifted.sample === true,
    events: shifted.calendar.events.map(({ key, label, start, end }) => {
      const old = before.get(key);
      return {
        key,
        label: textIn(label, language),
        before: { start: old?.start ?? start, end: old?.end ?? null },
        after: { start, end: end ?? null },
      };
    }),
  };
}

import ical, { ICalCalendarMethod } from "ical-generator";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { publicEvents } from "./public-events.ts";

type CalendarFile = {
  readonly slug: string;
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly publicUrl: string;
  readonly now: Date;
};

/** The events of a notice as iCalendar (RFC 5545), in Korean time. An event keeps its UID when its date moves. */
export function calendarFile({ slug, definition, language, publicUrl, now }: CalendarFile): string {
  const name = text(definition.shortTitle, language);
  const url = `${publicUrl}${paths.cohort(slug)}`;
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    name,
    prodId: { company: "Seonbal", product: "cohort calendar", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url,
    // Shown in Korean time where a calendar asks for one. The instants themselves are written in UTC: given a time zone
    // the library writes the clock of the machine that it runs on instead.
    x: [{ key: "X-WR-TIMEZONE", value: "Asia/Seoul" }],
  });
  for (const { key, label, start, end, rule } of publicEvents(definition)) {
    calendar.createEvent({
      id: `${slug}-${key}@${hostname}`,
      stamp: now,
      start: new Date(start),
      ...(end === undefined ? {} : { end: new Date(end) }),
      summary: `${name}: ${text(label, language)}`,
      description: [korean({ start, end }, language), text(rule, language), url].filter((line) => line !== "").join("\n"),
      url,
    });
  }
  return calendar.toString();
}

/** In words and in Korean time, whatever zone somebody's calendar shows. */
function korean({ start, end }: { readonly start: string; readonly end: string | undefined }, language: Language) {
  return end === undefined ? formatInstant(start, language) : formatPeriod({ start, end }, language);
}

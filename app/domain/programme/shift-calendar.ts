import { birthWindow } from "./birth-window.ts";
import { addDays, isDay } from "./day.ts";
import type { ProgrammeDefinition } from "./definition.ts";
import type { EligibilityRule } from "./eligibility.ts";
import type { LocalText } from "./text.ts";

/** Public holidays of a year as YYYY-MM-DD, in any order. */
export type HolidaysOf = (year: number) => readonly string[];

/**
 * The same rules on other days: every date of the calendar, the course, eligibility, acceptance, the reserve list and
 * appeals moves by whole weeks (negative = back), so that weekdays and times of day stay. Birth dates follow from the
 * moved reference date, also where a rule's text quotes it. Names of regions have dates of law: they never move.
 * Holidays are taken anew by `holidaysOf` for the days from the first event to the end of the course; without it the
 * list stays as it is.
 */
export function shiftDefinition(
  definition: ProgrammeDefinition,
  weeks: number,
  holidaysOf?: HolidaysOf,
): ProgrammeDefinition {
  const later = (instantOrDay: string) => moved(instantOrDay, weeks);
  const { calendar, course, reserve, acceptance, appeals } = definition;
  const events = calendar.events.map((event) => ({
    ...event,
    start: later(event.start),
    ...(event.end === undefined ? {} : { end: later(event.end) }),
  }));
  const end = later(course.end);
  const firstDay = events.map(({ start }) => start.slice(0, 10)).sort()[0] ?? end;

  return {
    ...definition,
    course: { ...course, start: later(course.start), end },
    calendar: {
      ...calendar,
      events,
      holidays: holidaysOf === undefined ? calendar.holidays : holidaysBetween(holidaysOf, firstDay, end),
    },
    eligibility: definition.eligibility.map((rule) => shiftRule(rule, weeks)),
    reserve: { ...reserve, validUntil: later(reserve.validUntil) },
    acceptance: {
      ...acceptance,
      confirmBy: later(acceptance.confirmBy),
      ...(acceptance.afterStartReplacementUntil === undefined
        ? {}
        : { afterStartReplacementUntil: later(acceptance.afterStartReplacementUntil) }),
    },
    appeals: { ...appeals, window: { start: later(appeals.window.start), end: later(appeals.window.end) } },
  };
}

function shiftRule(rule: EligibilityRule, weeks: number): EligibilityRule {
  const quotedDays = { ko: shiftQuotedDays(rule.text.ko, weeks), en: shiftQuotedDays(rule.text.en, weeks) };
  const text: LocalText = { ...rule.text, ...quotedDays };
  if (rule.referenceDate === undefined) return { ...rule, text };
  const referenceDate = moved(rule.referenceDate, weeks);
  if (rule.type !== "age_range") return { ...rule, text, referenceDate };
  return { ...rule, text, referenceDate, ...birthWindow({ ...rule, referenceDate }) };
}

/** Days inside a sentence, written 2025-03-17 or 2025. 3. 17. (as Korean notices do). */
function shiftQuotedDays(sentence: string, weeks: number): string {
  return sentence
    .replace(/\d{4}-\d{2}-\d{2}/g, (day) => moved(day, weeks))
    .replace(/(\d{4})\. (\d{1,2})\. (\d{1,2})\./g, (_whole, year: string, month: string, date: string) => {
      const day = moved(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`, weeks);
      return `${day.slice(0, 4)}. ${Number(day.slice(5, 7))}. ${Number(day.slice(8))}.`;
    });
}

function holidaysBetween(holidaysOf: HolidaysOf, first: string, last: string): readonly string[] {
  const years = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) years.push(year);
  const days = years.flatMap((year) => holidaysOf(year)).filter((day) => first <= day && day <= last);
  return [...new Set(days)].sort();
}

/** Moves the day at the front of a day or an instant; whatever follows it stays. A day that does not exist stays too. */
function moved(instantOrDay: string, weeks: number): string {
  const day = instantOrDay.slice(0, 10);
  return isDay(day) ? addDays(day, weeks * 7) + instantOrDay.slice(10) : instantOrDay;
}

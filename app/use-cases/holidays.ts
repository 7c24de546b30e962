import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { koreanHolidays } from "./korean-holidays.ts";

/**
 * Whether a day is no business day besides its weekend: a public holiday, or one that the definition names. Of a year
 * that the gazette has not announced yet only the latter are known: the answer is then promised too early, never too late.
 */
export function holidayCheck({ calendar }: Pick<ProgrammeDefinition, "calendar">): (day: string) => boolean {
  const named = new Set(calendar.holidays);
  return (day) => named.has(day) || koreanHolidays(Number(day.slice(0, 4))).includes(day);
}

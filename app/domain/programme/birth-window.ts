import { addDays, isDay, isLeapYear } from "./day.ts";
import type { AgeRule, MilitaryExtension } from "./eligibility.ts";

/** Days are YYYY-MM-DD strings: Korea had summer time in 1987–88, so a birth date never becomes an instant. */
type BirthWindow = { readonly bornFrom: string; readonly bornTo: string };
export type AgeStanding = "within" | "too_young" | "too_old" | "no_day";

/**
 * Full years of age (만 나이) on a day. Who was born on 29 February turns a year older on 1 March of a common year, as
 * the last day of a period ends it (Civil Act art. 160).
 */
export function fullYears(birthDate: string, onDate: string): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDate.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** First and last day of birth of the people who are `min` to `max` full years old on the reference date. */
export function birthWindow(rule: Pick<AgeRule, "referenceDate" | "min" | "max">): BirthWindow {
  return {
    bornFrom: addDays(yearsBefore(rule.referenceDate, rule.max + 1), 1),
    bornTo: yearsBefore(rule.referenceDate, rule.min),
  };
}

/**
 * Where somebody stands against an age rule; it only flags, a person decides. `serviceMonths` raises the upper limit
 * where the rule's military extension is on. A text that is no day is `no_day`.
 */
export function ageStanding(
  rule: Pick<AgeRule, "referenceDate" | "min" | "max" | "militaryExtension">,
  person: { readonly birthDate: string; readonly serviceMonths?: number },
): AgeStanding {
  if (!isDay(person.birthDate)) return "no_day";
  const years = fullYears(person.birthDate, rule.referenceDate);
  if (years < rule.min) return "too_young";
  return years > rule.max + extensionYears(rule.militaryExtension, person.serviceMonths) ? "too_old" : "within";
}

/** Years added to the upper limit after so many months of service: the table's row, at most `maxYears`; else 0. */
export function extensionYears(extension: MilitaryExtension | undefined, serviceMonths: number | undefined): number {
  if (extension === undefined || !extension.enabled || serviceMonths === undefined) return 0;
  const row = extension.table?.find(
    ({ monthsFrom, monthsTo }) => monthsFrom <= serviceMonths && serviceMonths <= (monthsTo ?? Infinity),
  );
  return Math.min(row?.years ?? 0, extension.maxYears ?? Infinity);
}

/** The latest day of birth of those who are at least `years` old on `day`. */
function yearsBefore(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) - years;
  const monthAndDate = day.slice(5) === "02-29" && !isLeapYear(year) ? "02-28" : day.slice(5);
  return `${String(year).padStart(4, "0")}-${monthAndDate}`;
}

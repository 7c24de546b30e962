import type { Language } from "#app/i18n/language.ts";
import { seoulDate, seoulTime, twoDigits, weekdayOf, type SeoulTime } from "#app/i18n/seoul-time.ts";

// Laid out by hand: ICU prints "PM 6:00" for Korean, and server and browser may disagree about it.
const weekdays = {
  ko: ["일", "월", "화", "수", "목", "금", "토"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

type Day = Pick<SeoulTime, "year" | "month" | "day">;

/** An instant: "2025. 4. 14.(월) 18:00", "Mon 14 Apr 2025, 18:00 (KST)". */
export function formatInstant(instant: Date | string, language: Language): string {
  return dayAndClock({ time: seoulTime(instant), language, withSeconds: false });
}

/** The same to the second, for receipts and records. */
export function formatInstantWithSeconds(instant: Date | string, language: Language): string {
  return dayAndClock({ time: seoulTime(instant), language, withSeconds: true });
}

/** A calendar day "YYYY-MM-DD", or the day in Seoul of an instant: "2025. 4. 14.(월)", "Mon 14 Apr 2025". */
export function formatDate(value: Date | string, language: Language): string {
  return withWeekday(dayOf(value), language);
}

/** Without the weekday, for birth dates: "1999. 12. 31.", "31 Dec 1999". */
export function formatPlainDate(value: Date | string, language: Language): string {
  return withoutWeekday(dayOf(value), language);
}

/** The clock alone: "18:00". */
export function formatTime(instant: Date | string): string {
  return clock(seoulTime(instant), false);
}

export type Period = { readonly start: Date | string; readonly end: Date | string };

/** "2025. 3. 17.(월) 09:00 ~ 4. 14.(월) 18:00"; calendar days without a clock stay without one. */
export function formatPeriod({ start, end }: Period, language: Language): string {
  const [from, to] = [dayOf(start), dayOf(end)];
  const clockOf = (value: Date | string): string => (isPlainDate(value) ? "" : formatTime(value));
  const sameDay = sameYear(from, to) && from.month === to.month && from.day === to.day;

  if (language === "ko") {
    const first = [withWeekday(from, "ko"), clockOf(start)];
    const last = [sameDay ? "" : sameYear(from, to) ? withoutYear(to) : withWeekday(to, "ko"), clockOf(end)];
    return rangeOf(filled(first).join(" "), filled(last).join(" "), " ~ ");
  }
  const first = [withWeekday(from, "en"), clockOf(start)];
  const last = [sameDay ? "" : withWeekday(to, "en"), clockOf(end)];
  const range = rangeOf(filled(first).join(", "), filled(last).join(", "), " to ");
  return isPlainDate(start) && isPlainDate(end) ? range : `${range} (KST)`;
}

/** Groups thousands, and keeps an exact decimal as it was written: "1234.50" becomes "1,234.50". */
export function formatNumber(value: number | bigint | string): string {
  const [, sign = "", whole = "", fraction = ""] = /^([-+]?)(\d+)(.*)$/s.exec(String(value)) ?? [];
  if (whole === "") return String(value);
  return `${sign === "-" ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** "10 MB", "1.5 MB", "320 kB": in steps of 1,024. */
export function formatBytes(bytes: number): string {
  const step = 1024;
  if (bytes < step) return `${bytes} B`;
  const [amount, unit] =
    bytes < step ** 2
      ? [bytes / step, "kB"]
      : bytes < step ** 3
        ? [bytes / step ** 2, "MB"]
        : [bytes / step ** 3, "GB"];
  return `${amount.toFixed(1).replace(/\.0$/, "")} ${unit}`;
}

/**
 * "D-3" counts calendar days in Seoul to the last day on which something arrives in time, "D-Day" is that day;
 * nothing once the deadline has come. A deadline at 00:00 belongs to the day before.
 */
export function daysLeft(deadline: Date | string, now: Date): string | undefined {
  const end = new Date(deadline).getTime();
  if (now.getTime() >= end) return undefined;
  const days = Math.round((midnight(seoulDate(new Date(end - 1))) - midnight(seoulDate(now))) / 86_400_000);
  return days === 0 ? "D-Day" : `D-${days}`;
}

type DayAndClock = { readonly time: SeoulTime; readonly language: Language; readonly withSeconds: boolean };

function dayAndClock({ time, language, withSeconds }: DayAndClock): string {
  const day = withWeekday(time, language);
  return language === "ko" ? `${day} ${clock(time, withSeconds)}` : `${day}, ${clock(time, withSeconds)} (KST)`;
}

function clock({ hour, minute, second }: SeoulTime, withSeconds: boolean): string {
  const time = `${twoDigits(hour)}:${twoDigits(minute)}`;
  return withSeconds ? `${time}:${twoDigits(second)}` : time;
}

function withWeekday(day: Day, language: Language): string {
  const weekday = weekdays[language][weekdayOf(day)] ?? "";
  const date = withoutWeekday(day, language);
  return language === "ko" ? `${date}(${weekday})` : `${weekday} ${date}`;
}

function withoutWeekday({ year, month, day }: Day, language: Language): string {
  return language === "ko" ? `${year}. ${month}. ${day}.` : `${day} ${months[month - 1] ?? ""} ${year}`;
}

function withoutYear(day: Day): string {
  return `${day.month}. ${day.day}.(${weekdays.ko[weekdayOf(day)] ?? ""})`;
}

function dayOf(value: Date | string): Day {
  if (!isPlainDate(value)) return seoulTime(value);
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = value.split("-").map(Number);
  return { year, month, day };
}

function isPlainDate(value: Date | string): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function rangeOf(first: string, last: string, between: string): string {
  return last === "" ? first : `${first}${between}${last}`;
}

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => part !== "");
const sameYear = (a: Day, b: Day): boolean => a.year === b.year;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?\+09:00$/;
const millisecondsPerDay = 86_400_000;

/** A day of the calendar written YYYY-MM-DD, years 1900 to 2199; 2025-02-30 is none. Birth dates stay such strings. */
export function isDay(value: string): boolean {
  const match = dayPattern.exec(value);
  if (match === null) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** An instant in Korean time with its offset: 2025-03-17T09:00:00+09:00. */
export function isInstant(value: string): boolean {
  const match = instantPattern.exec(value);
  return match?.[1] !== undefined && isDay(match[1]);
}

/** `day` moved by whole days; a day in, a day out. */
export function addDays(day: string, days: number): string {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay);
  return moved.toISOString().slice(0, 10);
}

/** The day an instant falls on in Seoul (no summer time since 1988). */
export function dayInSeoul(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What a clock and a calendar on a wall in Seoul show at one instant. */
export type SeoulTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const seoulClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Seoul",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

export function seoulTime(instant: Date | string): SeoulTime {
  const parts = new Map(seoulClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? Number.NaN;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
}

/** "2025-04-14": the calendar day in Seoul. */
export function seoulDate(instant: Date | string): string {
  const { year, month, day } = seoulTime(instant);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** "2025-04-14T18:00": the value of an `<input type="datetime-local">`, in Seoul's time. */
export function seoulInputValue(instant: Date | string): string {
  const { hour, minute } = seoulTime(instant);
  return `${seoulDate(instant)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Reads such a value back; nothing when it is no date. Seoul has kept +09:00 all year since 1988. */
export function instantOfSeoulInput(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return undefined;
  const instant = new Date(`${value}+09:00`);
  if (Number.isNaN(instant.getTime()) || seoulDate(instant) !== value.slice(0, 10)) return undefined;
  return instant;
}

/** Sunday is 0. */
export function weekdayOf(time: Pick<SeoulTime, "year" | "month" | "day">): number {
  return new Date(Date.UTC(time.year, time.month - 1, time.day)).getUTCDay();
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

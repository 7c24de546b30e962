import { addDays } from "../programme/day.ts";

type BusinessDays = {
  /** YYYY-MM-DD in Seoul; the day itself is not counted (민법 제157조). */
  readonly from: string;
  /** At least 1. */
  readonly days: number;
  readonly isHoliday: (day: string) => boolean;
};

/**
 * The last of `days` business days after `from`, YYYY-MM-DD. Saturdays, Sundays and holidays are none. Throws a
 * RangeError for less than one day. Source: 행정기본법 제6조, 민법 제157조·제161조.
 */
export function lastBusinessDay({ from, days, isHoliday }: BusinessDays): string {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`no number of business days: ${days}`);
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!isWeekend(day) && !isHoliday(day)) left -= 1;
  }
  return day;
}

type Left = Omit<BusinessDays, "days"> & { readonly until: string };

/** Business days after `from` up to and with `until`; 0 on the last day itself, negative by business days when it is over. */
export function businessDaysLeft({ from, until, isHoliday }: Left): number {
  if (from > until) return -businessDaysLeft({ from: until, until: from, isHoliday });
  let left = 0;
  for (let day = from; day < until;) {
    day = addDays(day, 1);
    if (!isWeekend(day) && !isHoliday(day)) left += 1;
  }
  return left;
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

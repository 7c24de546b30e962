import * as presets from "@hyunbinseo/holidays-kr/all";

const years = presets as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Public holidays of a year as the official gazette announced them; none for a year that it has not announced yet. */
export function koreanHolidays(year: number): readonly string[] {
  return Object.keys(years[`y${year}`] ?? {});
}

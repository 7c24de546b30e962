import { seoulTime, twoDigits } from "#app/i18n/seoul-time.ts";

/** The clock in Seoul to the second: "21:07:12". */
export function clockOf(instant: string): string {
  const { hour, minute, second } = seoulTime(instant);
  return [hour, minute, second].map(twoDigits).join(":");
}

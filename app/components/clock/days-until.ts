import { daysLeft } from "#app/i18n/format.ts";

/** Calendar days in Seoul until something ends: 0 on its last day, null once it is over. */
export function daysUntil(deadline: Date | string, now: Date): number | null {
  const written = daysLeft(deadline, now);
  if (written === undefined) return null;
  return written === "D-Day" ? 0 : Number(written.slice(2));
}

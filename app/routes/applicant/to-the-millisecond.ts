import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";

/** An instant in Seoul as exactly as arrivals are noted: "2026. 4. 14.(화) 18:00:00.004". */
export function toTheMillisecond(instant: string, language: Language): string {
  const milliseconds = new Date(instant).toISOString().slice(20, 23);
  return formatInstantWithSeconds(instant, language).replace(/\d\d:\d\d:\d\d/, `$&.${milliseconds}`);
}

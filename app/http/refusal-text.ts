import type { TFunction } from "i18next";
import type { Area } from "#app/i18n/areas.ts";

/** A refusal in words: from the area's own texts, else the common ones, else a sentence that is always true. */
export function refusalText(t: TFunction, area: Area, refusal: string): string {
  return t([`${area}:refusal.${refusal}`, `common:refusal.${refusal}`, "common:refusal.unknown"]);
}

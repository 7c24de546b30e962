/** The two languages of every text; Korean comes first. */
export type Language = "ko" | "en";

/** A text of a programme definition. */
export type LocalText = { readonly ko: string; readonly en: string };

/** The text in the language asked for; a text that exists in one language only is shown as it is, nothing as "". */
export function text(value: LocalText | string | undefined, language: Language): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return value[language] || value.ko;
}

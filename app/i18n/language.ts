/** The two languages of every text; Korean first. */
export const languages = ["ko", "en"] as const;

export type Language = (typeof languages)[number];

export const defaultLanguage: Language = "ko";

/** Each language by its own name, so that a reader finds it whatever language the page is in. */
export const languageNames = { ko: "한국어", en: "English" } as const satisfies Record<Language, string>;

export function isLanguage(value: unknown): value is Language {
  return value === "ko" || value === "en";
}

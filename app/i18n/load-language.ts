import type { i18n } from "i18next";
import { i18nFor } from "#app/i18n/instance.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/i18n/language.ts";

/** For the browser door: the language the server rendered, from `<html lang>`. */
export function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : defaultLanguage;
}

/** For the browser door: fetches the texts of one language only. */
export async function loadLanguage(language: Language): Promise<i18n> {
  return i18nFor(language, await loaders[language]());
}

const loaders = {
  ko: async () => (await import("#app/i18n/resources-ko.ts")).koreanResources,
  en: async () => (await import("#app/i18n/resources-en.ts")).englishResources,
} as const;

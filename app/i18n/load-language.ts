import { audiences, type Audience } from "#app/i18n/areas.ts";
import { i18nFor, type TextInstance } from "#app/i18n/instance.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/i18n/language.ts";

/** For the browser door: the language the server rendered, from `<html lang>`. */
export function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : defaultLanguage;
}

/** For the browser: fetches the texts that these audiences need, in the document's language only. */
export async function loadTexts(wanted: readonly Audience[]): Promise<TextInstance> {
  const language = documentLanguage();
  const needed = wanted.includes("staff") ? audiences : new Set<Audience>(["everybody", ...wanted]);
  const loaded = await Promise.all(Array.from(needed, (each) => loaders[language][each]()));
  const instance = i18nFor(language);
  for (const texts of loaded) instance.addTexts(texts);
  return instance;
}

const loaders = {
  ko: {
    everybody: async () => (await import("#app/i18n/resources-ko-everybody.ts")).koreanForEverybody,
    visitor: async () => (await import("#app/i18n/resources-ko-visitor.ts")).koreanForVisitor,
    applicant: async () => (await import("#app/i18n/resources-ko-applicant.ts")).koreanForApplicant,
    application: async () => (await import("#app/i18n/resources-ko-application.ts")).koreanForApplication,
    handing: async () => (await import("#app/i18n/resources-ko-handing.ts")).koreanForHanding,
    outcome: async () => (await import("#app/i18n/resources-ko-outcome.ts")).koreanForOutcome,
    rights: async () => (await import("#app/i18n/resources-ko-rights.ts")).koreanForRights,
    staff: async () => (await import("#app/i18n/resources-ko-staff.ts")).koreanForStaff,
  },
  en: {
    everybody: async () => (await import("#app/i18n/resources-en-everybody.ts")).englishForEverybody,
    visitor: async () => (await import("#app/i18n/resources-en-visitor.ts")).englishForVisitor,
    applicant: async () => (await import("#app/i18n/resources-en-applicant.ts")).englishForApplicant,
    application: async () => (await import("#app/i18n/resources-en-application.ts")).englishForApplication,
    handing: async () => (await import("#app/i18n/resources-en-handing.ts")).englishForHanding,
    outcome: async () => (await import("#app/i18n/resources-en-outcome.ts")).englishForOutcome,
    rights: async () => (await import("#app/i18n/resources-en-rights.ts")).englishForRights,
    staff: async () => (await import("#app/i18n/resources-en-staff.ts")).englishForStaff,
  },
} as const;

import { areasOf, type Audience } from "#app/i18n/areas.ts";
import { i18nFor, type TextInstance } from "#app/i18n/instance.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/i18n/language.ts";

/** For the browser door: the language the server rendered, from `<html lang>`. */
export function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : defaultLanguage;
}

/** For the browser: fetches the texts that an audience needs, in the document's language only. */
export async function loadTexts(audience: Audience): Promise<TextInstance> {
  const language = documentLanguage();
  const needed =
    audience === "staff" ? (Object.keys(areasOf) as readonly Audience[]) : ["everybody" as const, audience];
  const loaded = await Promise.all(needed.map((each) => loaders[language][each]()));
  const instance = i18nFor(language);
  for (const texts of loaded) instance.addTexts(texts);
  return instance;
}

const loaders = {
  ko: {
    everybody: async () => (await import("#app/i18n/resources-ko-everybody.ts")).koreanForEverybody,
    visitor: async () => (await import("#app/i18n/resources-ko-visitor.ts")).koreanForVisitor,
    applicant: async () => (await import("#app/i18n/resources-ko-applicant.ts")).koreanForApplicant,
    staff: async () => (await import("#app/i18n/resources-ko-staff.ts")).koreanForStaff,
  },
  en: {
    everybody: async () => (await import("#app/i18n/resources-en-everybody.ts")).englishForEverybody,
    visitor: async () => (await import("#app/i18n/resources-en-visitor.ts")).englishForVisitor,
    applicant: async () => (await import("#app/i18n/resources-en-applicant.ts")).englishForApplicant,
    staff: async () => (await import("#app/i18n/resources-en-staff.ts")).englishForStaff,
  },
} as const;

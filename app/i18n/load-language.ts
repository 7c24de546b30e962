import { areasOf, type Audience } from "#app/i18n/areas.ts";
import { i18nFor, type TextInstance, type Texts } from "#app/i18n/instance.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/i18n/language.ts";

/** For the browser door: the language the server rendered, from `<html lang>`. */
export function documentLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : defaultLanguage;
}

/** For the browser: fetches the texts of the page's language for an audience, those of the audiences before it included. */
export async function loadTexts(audience: Audience): Promise<TextInstance> {
  const language = documentLanguage();
  const all = Object.keys(areasOf) as readonly Audience[];
  const needed = all.slice(0, all.indexOf(audience) + 1);
  const texts: readonly Texts[] = await Promise.all(needed.map((each) => loaders[language][each]()));
  return i18nFor(language, Object.assign({}, ...texts) as Texts);
}

const loaders = {
  ko: {
    visitor: async () => (await import("#app/i18n/resources-ko-visitor.ts")).koreanForVisitor,
    applicant: async () => (await import("#app/i18n/resources-ko-applicant.ts")).koreanForApplicant,
    staff: async () => (await import("#app/i18n/resources-ko-staff.ts")).koreanForStaff,
  },
  en: {
    visitor: async () => (await import("#app/i18n/resources-en-visitor.ts")).englishForVisitor,
    applicant: async () => (await import("#app/i18n/resources-en-applicant.ts")).englishForApplicant,
    staff: async () => (await import("#app/i18n/resources-en-staff.ts")).englishForStaff,
  },
} as const;

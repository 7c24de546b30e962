import type { i18n, TFunction } from "i18next";
import { i18nFor } from "#app/i18n/instance.ts";
import type { Language } from "#app/i18n/language.ts";
import { englishResources } from "#app/i18n/resources-en.ts";
import { koreanResources } from "#app/i18n/resources-ko.ts";

i18nFor("ko").addTexts(koreanResources);
i18nFor("en").addTexts(englishResources);

/** For the renderer: the instance to hand to `I18nextProvider`. */
export function serverI18n(language: Language): i18n {
  return i18nFor(language);
}

/** For loaders and actions that must put a text into their answer (page titles, refusals). */
export function translator(language: Language): TFunction {
  return serverI18n(language).t;
}

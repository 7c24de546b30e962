import { createInstance, type i18n } from "i18next";
import { areas, type Resources } from "#app/i18n/areas.ts";
import type { Language } from "#app/i18n/language.ts";

const instances = new Map<Language, i18n>();

/**
 * The one instance of a language in this process, ready at once.
 * Never call `changeLanguage` on it: other requests are reading it at the same time.
 */
export function i18nFor(language: Language, resources: Resources): i18n {
  const known = instances.get(language);
  if (known) return known;

  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: resources },
    ns: areas,
    defaultNS: "common",
    initImmediate: false,
    returnNull: false,
    // React escapes what it renders; escaping here too would show "&amp;".
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(language, instance);
  return instance;
}

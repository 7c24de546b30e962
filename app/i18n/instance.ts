import type { i18n, TFunction } from "i18next";
import { translate, type Values } from "#app/i18n/translate.ts";
import type { Language } from "#app/i18n/language.ts";

type Texts = Readonly<Record<string, object>>;

/** Texts of one language behind the interface that react-i18next asks for; more areas may come while it is in use. */
export type TextInstance = i18n & { readonly addTexts: (texts: Texts) => void };

const instances = new Map<Language, TextInstance>();

/**
 * The one instance of a language in this process, ready at once. i18next itself stays out: it is a sixth of what a page's
 * scripts may weigh, for things that no text of ours uses (a test compares every text with what i18next makes of it).
 */
export function i18nFor(language: Language): TextInstance {
  const known = instances.get(language) ?? newInstance(language);
  instances.set(language, known);
  return known;
}

function newInstance(language: Language): TextInstance {
  const areas = new Map<string, object>();
  const plurals = new Intl.PluralRules(language);
  const t = (keys: string | readonly string[], values: Values = {}): string =>
    translate({ areas, plurals, keys: typeof keys === "string" ? [keys] : keys, values });
  const instance = {
    language,
    languages: [language],
    isInitialized: true,
    options: { defaultNS: "common", react: { useSuspense: false } },
    t,
    getFixedT: () => t as unknown as TFunction,
    exists: (key: string) => translate({ areas, plurals, keys: [key], values: { defaultValue: "" } }) !== "",
    hasLoadedNamespace: () => true,
    // Nobody changes the language of an instance: there is nothing to listen to.
    on() {},
    off() {},
    addTexts(texts: Texts) {
      for (const [area, tree] of Object.entries(texts)) areas.set(area, { ...areas.get(area), ...tree });
    },
  };
  return instance as unknown as TextInstance;
}

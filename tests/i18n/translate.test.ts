import { createInstance, type TFunction } from "i18next";
import { describe, expect, test } from "vitest";
import { areas, type Resources } from "#app/i18n/areas.ts";
import { translator, serverI18n } from "#app/i18n/i18n.server.ts";
import { languages, type Language } from "#app/i18n/language.ts";
import { englishResources } from "#app/i18n/resources-en.ts";
import { koreanResources } from "#app/i18n/resources-ko.ts";

const resourcesOf = { ko: koreanResources, en: englishResources } as const;

describe.each(languages)("our texts in %s", (language) => {
  const ours = translator(language);
  const theirs = reference(language);

  test("read as i18next would put them, with values and in every number", () => {
    const different = keysOf(resourcesOf[language]).flatMap(({ key, text }) => {
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = ""]) => name);
      const filled = Object.fromEntries(names.map((name) => [name, `<${name} $& $1>`]));
      const asked = [{}, filled, ...[0, 1, 2, 5, 21].map((count) => ({ ...filled, count }))];
      return asked.filter((values) => ours(key, values) !== theirs(key, values)).map(() => key);
    });
    expect(different).toEqual([]);
  });

  test.each([
    ["a key that is not there", "common:no.such.text", {}],
    ["a key below a text", "common:action.save.more", {}],
    ["a text to take instead", "common:no.such.text", { defaultValue: "저장 {{name}}", name: "가" }],
    ["an empty text to take instead", "common:no.such.text", { defaultValue: "" }],
    ["no area", "action.save", {}],
    ["an area that is not there", "nowhere:action.save", {}],
    ["the first of several keys that exists", ["common:no.such.text", "common:action.save", "common:action.back"], {}],
    ["several keys of which none exists", ["common:no.one", "common:no.two"], {}],
    ["a value that is nothing", "common:file.remove", { name: null }],
    ["a number as value", "common:file.remove", { name: 3 }],
  ])("answer %s as i18next does", (_, key, values) => {
    expect(ours(key as string, values)).toBe(theirs(key as string, values));
  });

  test("use nothing of i18next that is left out: no text inside a text, no format in a value", () => {
    const odd = keysOf(resourcesOf[language]).filter(({ text }) => /\$t\(|\{\{[^}]*,|\{\{-/.test(text));
    expect(odd).toEqual([]);
  });
});

test("an instance tells which texts it has", () => {
  const i18n = serverI18n("ko");
  expect(i18n.exists("common:action.save")).toBe(true);
  expect(i18n.exists("common:action")).toBe(false);
  expect(i18n.exists("common:constructor")).toBe(false);
});

function reference(language: Language): TFunction {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: resourcesOf[language] },
    ns: areas,
    defaultNS: "common",
    initImmediate: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return instance.t;
}

/** Every text, by the key that a page asks for: without the ending that chooses a plural form. */
function keysOf(resources: Resources): readonly { readonly key: string; readonly text: string }[] {
  const walk = (value: unknown, path: string): { key: string; text: string }[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => walk(part, path.endsWith(":") ? path + key : `${path}.${key}`))
      : [{ key: path.replace(/_(one|other)$/, ""), text: String(value) }];
  return areas.flatMap((area) => walk(resources[area], `${area}:`));
}

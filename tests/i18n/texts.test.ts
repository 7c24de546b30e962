import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { areas, type Resources } from "#app/i18n/areas.ts";
import { englishResources } from "#app/i18n/resources-en.ts";
import { koreanResources } from "#app/i18n/resources-ko.ts";

const korean = textsOf(koreanResources);
const english = textsOf(englishResources);

describe("the texts of both languages", () => {
  test("have the same keys", () => {
    expect(difference(english, korean), "missing in Korean").toEqual([]);
    expect(difference(korean, english), "missing in English").toEqual([]);
  });

  test("are never empty", () => {
    expect(keysWhere(korean, (text) => text.trim() === "")).toEqual([]);
    expect(keysWhere(english, (text) => text.trim() === "")).toEqual([]);
  });

  test("take the same values", () => {
    const different = [...korean].filter(([key, text]) => {
      const other = english.get(key) ?? [...english].find(([each]) => baseOf(each) === baseOf(key))?.[1];
      return other !== undefined && placeholders(text).join() !== placeholders(other).join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test("hold no Korean in English", () => {
    const names = /선발|한국어/g;
    expect(keysWhere(english, (text) => /[\u3131-\u318e\uac00-\ud7a3]/.test(text.replaceAll(names, "")))).toEqual([]);
  });

  test("hold no English sentence in Korean", () => {
    expect(keysWhere(korean, (text) => isEnglish(text.replaceAll(/\{\{.*?\}\}/g, "")))).toEqual([]);
  });

  test("use no singular in Korean, which has none", () => {
    expect([...korean.keys()].filter((key) => key.endsWith("_one"))).toEqual([]);
  });
});

test("every text that a page asks for exists", () => {
  const asked = sourceFiles("app").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const keys = [
      ...source.matchAll(/\bt\(\s*["']([a-z]+:[\w.-]+)["']/g),
      ...source.matchAll(/\bi18nKey=["']([a-z]+:[\w.-]+)["']/g),
      ...source.matchAll(/["'](domain:[\w.-]+)(?:\?[^"']*)?["']/g),
    ];
    return keys.map(([, key = ""]) => ({ file, key }));
  });
  const known = new Set([...korean.keys()].map(baseOf));
  expect(asked.filter(({ key }) => !known.has(key) || !areas.some((area) => key.startsWith(`${area}:`)))).toEqual([]);
});

type Texts = ReadonlyMap<string, string>;

function textsOf(resources: Resources): Texts {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null)
      for (const [key, part] of Object.entries(value)) walk(part, path.endsWith(":") ? path + key : `${path}.${key}`);
    else texts.set(path, String(value));
  };
  for (const area of areas) walk(resources[area], `${area}:`);
  return texts;
}

function isEnglish(text: string): boolean {
  return !/[\uac00-\ud7a3]/.test(text) && /[a-z]{3,} [a-z]{2,}/i.test(text);
}

/** Without the ending that chooses a plural form. */
function baseOf(key: string): string {
  return key.replace(/_(one|other)$/, "");
}

function difference(these: Texts, those: Texts): readonly string[] {
  const known = new Set([...those.keys()].map(baseOf));
  return [...these.keys()].filter((key) => !known.has(baseOf(key)));
}

function keysWhere(texts: Texts, holds: (text: string) => boolean): readonly string[] {
  return [...texts].filter(([, text]) => holds(text)).map(([key]) => key);
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = ""]) => name))].sort();
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { serverI18n } from "#app/i18n/i18n.server.ts";
import type { Language } from "#app/i18n/language.ts";

export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** The markup that the server sends, before any script. */
export function render(element: ReactElement, language: Language = "ko"): string {
  return renderToStaticMarkup(<I18nextProvider i18n={serverI18n(language)}>{element}</I18nextProvider>);
}

export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s[^<>]*)?)>/g)].map(([, name = "", attributes = ""]) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  }));
}

/** The only tag with this id; its absence or a second one fails the test. */
export function tagWithId(html: string, id: string): Tag {
  const found = tagsOf(html).filter(({ attributes }) => attributes["id"] === id);
  if (found.length !== 1) throw new Error(`${found.length} tags have the id "${id}"`);
  return found[0]!;
}

export function tagsNamed(html: string, name: string): readonly Tag[] {
  return tagsOf(html).filter((tag) => tag.name === name);
}

/** What stands between the tags, with entities that React writes turned back. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
}

import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";

/** The document's title in the page's language; `key` is a text of the area. */
export function pageTitle(request: Request, key: string): string {
  const t = translator(languageOf(request));
  return t("common:site.title", { page: t(`account:${key}`) });
}

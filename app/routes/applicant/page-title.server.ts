import type { TFunction } from "i18next";

/** The document's title around a page's own. */
export function titleOf(t: TFunction, page: string): string {
  return t("common:site.title", { page });
}

import type { MetaDescriptor } from "@remix-run/node";
import type { Language } from "#app/i18n/language.ts";

type Tagged = {
  /** With the name of the portal, for the tab. */
  readonly title: string;
  /** The matter alone, for a shared link. */
  readonly heading: string;
  readonly description: string;
  readonly url: string;
  readonly siteName: string;
  readonly language: Language;
  readonly type: "website" | "article";
};

const locales = { ko: "ko_KR", en: "en_US" } as const;

/** What a search engine and somebody who is sent the link are told; both languages share one address. */
export function pageTags(page: Tagged): MetaDescriptor[] {
  return [
    { title: page.title },
    { name: "description", content: page.description },
    { tagName: "link", rel: "canonical", href: page.url },
    { property: "og:type", content: page.type },
    { property: "og:title", content: page.heading },
    { property: "og:description", content: page.description },
    { property: "og:url", content: page.url },
    { property: "og:site_name", content: page.siteName },
    { property: "og:locale", content: locales[page.language] },
    { property: "og:locale:alternate", content: locales[page.language === "ko" ? "en" : "ko"] },
  ];
}

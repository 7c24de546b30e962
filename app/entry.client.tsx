import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { i18nFor } from "./i18n/instance.ts";
import { loadLanguage } from "./i18n/load-language.ts";
import { isLanguage } from "./i18n/language.ts";

/** Browser door: only the page's own language is loaded. */
async function hydrate(): Promise<void> {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : "ko";
  const i18n = i18nFor(language, await loadLanguage(language));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();

import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { documentLanguage, loadLanguage } from "./i18n/load-language.ts";

/** Browser door: only the page's own language is loaded. */
async function hydrate(): Promise<void> {
  const i18n = await loadLanguage(documentLanguage());
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

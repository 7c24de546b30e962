import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { audiences, type Audience } from "./i18n/areas.ts";
import { loadTexts } from "./i18n/load-language.ts";

/** Browser door: only the texts of the page's own language and audience are loaded. */
async function hydrate(): Promise<void> {
  const i18n = await loadTexts(audiencesOf(Object.keys(window.__remixRouteModules)));
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

/** The routes of the document say whom it is for: those of `routes/texts` enclose the pages of an audience. */
function audiencesOf(routes: readonly string[]): readonly Audience[] {
  return audiences.filter((audience) => routes.includes(`routes/texts/${audience}`));
}

void hydrate();

import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import type { Audience } from "#app/i18n/areas.ts";
import { loadTexts } from "#app/i18n/load-language.ts";

/**
 * Somebody who comes from a page of a smaller audience has not got these texts yet: they come before the page is shown.
 * Where they cannot be fetched (a newer version was installed meanwhile) the page is asked for as a whole document.
 */
export function textsBeforePage(audience: Audience) {
  return async ({ request }: ClientLoaderFunctionArgs): Promise<null> => {
    try {
      await loadTexts([audience]);
    } catch {
      window.location.assign(request.url);
      await new Promise(() => {});
    }
    return null;
  };
}

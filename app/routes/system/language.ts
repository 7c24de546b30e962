import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { sameSitePath } from "#app/domain/account/same-site-path.ts";
import { readFormData } from "#app/http/form.server.ts";
import { languageCookieHeader } from "#app/i18n/language.server.ts";
import { defaultLanguage, isLanguage } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

export function loader() {
  return redirect(paths.home());
}

/** Remembers the language of the pages and comes back to the page it was asked on. */
export async function action({ request }: ActionFunctionArgs) {
  const formData = await readFormData(request);
  const chosen = formData.get("language");
  const language = isLanguage(chosen) ? chosen : defaultLanguage;
  return redirect(sameSitePath(formData.get("returnTo")) ?? paths.home(), {
    headers: { "Set-Cookie": languageCookieHeader(language) },
  });
}

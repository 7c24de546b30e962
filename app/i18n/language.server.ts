import { defaultLanguage, isLanguage, type Language } from "#app/i18n/language.ts";

const oneYearInSeconds = 365 * 24 * 60 * 60;

/** The language somebody chose on the switch, else Korean: the browser's own preference is not asked. */
export function languageOf(request: Request): Language {
  const cookies = request.headers.get("Cookie") ?? "";
  const chosen = /(?:^|;\s*)language=([a-z]+)/.exec(cookies)?.[1];
  return isLanguage(chosen) ? chosen : defaultLanguage;
}

/** Value of the `Set-Cookie` header that remembers the choice. */
export function languageCookieHeader(language: Language): string {
  return `language=${language}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax; HttpOnly`;
}

import { useTranslation } from "react-i18next";
import { languageNames, languages } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** Plain forms: the whole page is fetched anew in the other language, and the choice is no link to be followed by a robot. */
export function LanguageSwitch({ returnTo }: { readonly returnTo: string }) {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <form className="language-switch" method="post" action={paths.language()} aria-label={t("common:language.label")}>
      <input type="hidden" name="returnTo" value={returnTo} />
      {languages.map((language) => (
        <button
          key={language}
          className="language-switch__choice"
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === current}
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  );
}

import { useMatches } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/**
 * Plain forms: the whole page is fetched anew in the other language, and the choice is no link to be followed by a robot.
 * On a page whose loader names a `languageForm` the buttons send that form, so that what is typed in it is saved first.
 */
export function LanguageSwitch({ returnTo }: { readonly returnTo: string }) {
  const { t } = useTranslation();
  const current = useLanguage();
  const form = useLanguageForm();
  // Enter in a text presses the first button of its form: that must not be the other language.
  const inOrder = form === undefined ? languages : languages.toSorted((language) => (language === current ? -1 : 1));
  const label = t("common:language.label");
  const choices = inOrder.map((language) => (
    <button
      key={language}
      className="language-switch__choice"
      type="submit"
      name="language"
      value={language}
      lang={language}
      aria-pressed={language === current}
      form={form}
    >
      {languageNames[language]}
    </button>
  ));
  if (form !== undefined) {
    return (
      <fieldset className="language-switch">
        <legend className="visually-hidden">{label}</legend>
        {choices}
      </fieldset>
    );
  }
  return (
    <form className="language-switch" method="post" action={paths.language()} aria-label={label}>
      <input type="hidden" name="returnTo" value={returnTo} />
      {choices}
    </form>
  );
}

function useLanguageForm(): string | undefined {
  const forms = useMatches().map(({ data }) => (data as { readonly languageForm?: string } | undefined)?.languageForm);
  return forms.find((form) => form !== undefined);
}

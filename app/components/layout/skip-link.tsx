import { useTranslation } from "react-i18next";

/** First in the page; leads to `<main id="main" tabIndex={-1}>`. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="skip-link" href="#main">
      {t("common:skip.toMain")}
    </a>
  );
}

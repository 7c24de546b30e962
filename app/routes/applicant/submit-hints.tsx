import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";

type SubmitHintsProps = {
  readonly hints: readonly {
    readonly key: string;
    readonly label: string;
    readonly to: string;
    readonly message: string;
  }[];
  readonly rules: readonly { readonly key: string; readonly rule: string; readonly message: string }[];
};

/** Said before submitting, never in its way: what may be looked at again, and what a person will check. */
export function SubmitHints({ hints, rules }: SubmitHintsProps) {
  const { t } = useTranslation();
  return (
    <>
      {hints.length > 0 && (
        <Notice tone="warning" title={t("applicant:submit.hintsTitle")}>
          <p>{t("applicant:submit.hintsText")}</p>
          <ul>
            {hints.map(({ key, label, to, message }) => (
              <li key={key}>
                <Link to={to}>{label}</Link>: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rules.length > 0 && (
        <Notice tone="info" title={t("applicant:submit.rulesTitle")}>
          <p>{t("applicant:submit.rulesText")}</p>
          <ul>
            {rules.map(({ key, rule, message }) => (
              <li key={key}>
                {rule}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

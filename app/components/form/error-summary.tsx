import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "#app/components/form/use-error-text.ts";

export type SummaryError = {
  readonly message: string;
  /** Id of the control to go to; without it the error belongs to the whole form. */
  readonly id?: string | undefined;
  readonly label?: string | undefined;
};

type ErrorSummaryProps = { readonly errors: readonly SummaryError[]; readonly title?: string | undefined };

/** First thing in a form that came back: what is wrong, each with a link to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors.length]);

  if (errors.length === 0) return null;
  const linked = errors.filter(({ id }) => id !== undefined).length;
  return (
    <div className="error-summary" id="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="error-summary__title">{title ?? t("common:errorSummary.title")}</h2>
      {linked > 0 && <p>{t("common:errorSummary.lead", { errors: linked })}</p>}
      <ul className="error-summary__list">
        {errors.map(({ id, label, message }) => {
          const sentence = label ? `${label}: ${errorText(message)}` : errorText(message);
          return (
            <li key={`${id ?? ""} ${message}`}>{id === undefined ? sentence : <a href={`#${id}`}>{sentence}</a>}</li>
          );
        })}
      </ul>
    </div>
  );
}

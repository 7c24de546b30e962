import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConsentText } from "./consent-text.tsx";
import type { ConsentView } from "./consent-view.ts";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type ConsentChoiceProps = {
  readonly consent: ConsentView;
  /** Name of the box; its value is the consent's id. Without it the consent is only shown. */
  readonly name?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly level?: 2 | 3;
  /** What can still be done with it, below its text. */
  readonly children?: ReactNode;
};

/** One consent by itself, never bundled: its parts, then its own box. */
export function ConsentChoice({ consent, name, checked = false, errors, level = 2, children }: ConsentChoiceProps) {
  const { t } = useTranslation();
  const tag = consent.kind === "notice" ? "notice" : consent.required ? "required" : "optional";
  return (
    <SectionCard title={`${consent.title} (${t(`applicant:consent.${tag}`)})`} level={level}>
      <ConsentText consent={consent} />
      {name && (
        <CheckboxField
          id={`consent-${consent.id}`}
          name={name}
          value={consent.id}
          label={t(consent.kind === "pledge" ? "applicant:consent.pledge" : "applicant:consent.agree", {
            title: consent.title,
          })}
          required={consent.required}
          defaultChecked={checked}
          errors={errors}
        />
      )}
      {consent.givenAt && (
        <p className="muted small">
          {t("applicant:consent.givenAt")} <TimeStamp value={consent.givenAt} as="seconds" />
          {consent.givenVersion !== null && ` (${t("rights:consent.version", { version: consent.givenVersion })})`}
        </p>
      )}
      {consent.withdrawnAt && (
        <p className="muted small">
          {t("rights:consent.withdrawnAt")} <TimeStamp value={consent.withdrawnAt} as="seconds" />
        </p>
      )}
      {children}
    </SectionCard>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type SubmitFormProps = {
  readonly page: {
    readonly isSubmitted: boolean;
    readonly pledges: readonly { readonly id: string; readonly text: string; readonly isGiven: boolean }[];
    readonly closesAt: string;
    readonly serverTime: string;
  };
  /** Pledges ticked in a submission that was refused. */
  readonly ticked: readonly string[] | undefined;
};

/** The last step: the pledges of eligibility, the clock that counts, and the button. */
export function SubmitForm({ page, ticked }: SubmitFormProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("applicant:submit.final")}>
      <p>
        {t("applicant:application.closesAt")} <TimeStamp value={page.closesAt} /> ·{" "}
        {t("applicant:application.serverTime")} <TimeStamp value={page.serverTime} as="seconds" />
      </p>
      <p>{t(page.isSubmitted ? "applicant:submit.againText" : "applicant:submit.finalText")}</p>
      <Form method="post" noValidate>
        {page.pledges.map(({ id, text, isGiven }) => (
          <CheckboxField
            key={id}
            id={`pledge-${id}`}
            name="pledge"
            value={id}
            label={t("applicant:submit.pledge", { text })}
            required
            defaultChecked={ticked ? ticked.includes(id) : isGiven}
            errors={ticked && !ticked.includes(id) ? ["applicant:problem.pledge"] : undefined}
          />
        ))}
        <SubmitButton size="large">
          {t(page.isSubmitted ? "applicant:submit.again" : "applicant:submit.submit")}
        </SubmitButton>
      </Form>
    </SectionCard>
  );
}

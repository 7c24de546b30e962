import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { paths } from "#app/paths.ts";

export type LookupAnswer = {
  readonly sentence: string | null;
  readonly problem: string | null;
  readonly typed: { readonly applicationNumber: string; readonly birthDate: string };
};

type LookupFormProps = {
  readonly asks: readonly string[];
  readonly answer: LookupAnswer | undefined;
};

/** Sent by POST, so that nothing of a person stays in an address. */
export function LookupForm({ asks, answer }: LookupFormProps) {
  const { t } = useTranslation();
  const typed = answer?.typed;
  const asksPhone = asks.includes("phoneLast4");
  return (
    <SectionCard title={t("seats:lookup.title")}>
      <ErrorSummary errors={answer?.problem ? [{ id: "applicationNumber", message: answer.problem }] : []} />
      {answer?.sentence && (
        <Notice tone="info" role="status" title={t("seats:lookup.result")}>
          <p>{answer.sentence}</p>
          <LinkButton to={paths.signIn(paths.my.dashboard())} variant="secondary">
            {t("seats:lookup.signIn")}
          </LinkButton>
        </Notice>
      )}
      <p>{t("seats:lookup.lead")}</p>
      <Form method="post" noValidate className="narrow">
        <TextField
          name="applicationNumber"
          label={t("seats:lookup.number")}
          defaultValue={typed?.applicationNumber}
          errors={answer?.problem ? [answer.problem] : []}
          autoComplete="off"
          required
        />
        {(asks.includes("birthDate") || !asksPhone) && (
          <DateField
            name="birthDate"
            label={t("seats:lookup.birthDate")}
            as="text"
            defaultValue={typed?.birthDate}
            autoComplete="bday"
            required
          />
        )}
        {asksPhone && (
          <TextField
            name="phoneLast4"
            label={t("seats:lookup.phoneLast4")}
            inputMode="numeric"
            maxLength={4}
            width="short"
            autoComplete="off"
            required
          />
        )}
        <SubmitButton>{t("seats:lookup.submit")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}

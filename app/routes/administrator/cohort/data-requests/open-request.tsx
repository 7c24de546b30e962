import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";
import { paths } from "#app/paths.ts";
import type { RegisteredRequest } from "#db/queries/data-requests.ts";

type OpenRequestProps = {
  readonly request: RegisteredRequest;
  readonly cohortId: string;
  readonly typed: { readonly verdict: string; readonly answer: string } | undefined;
  readonly error: { readonly id?: string | undefined; readonly message: string } | undefined;
};

/** What somebody asks about their data, and the answer with its reason. */
export function OpenRequest({ request, cohortId, typed, error }: OpenRequestProps) {
  const { t } = useTranslation();
  const errorsOf = (id: string) => (error?.id === id ? [error.message] : []);
  const to = paths.manage.application(cohortId, request.applicationId);
  const number = request.applicationNumber ?? t("administrator:applications.noNumber");
  const items = [
    { term: t("applicant:application.number"), description: <Link to={to}>{number}</Link> },
    { term: t("rights:staff.name"), description: request.name },
    { term: t("rights:request.arrivedAt"), description: <TimeStamp value={request.arrivedAt} as="seconds" /> },
    { term: t("rights:request.answerBy"), description: <TimeStamp value={request.answerBy} as="date" /> },
    {
      term: t("rights:request.statement"),
      description: request.statement && <span className="prose">{request.statement}</span>,
    },
    {
      term: t("rights:request.answer"),
      description: request.answer && <span className="prose">{request.answer}</span>,
    },
    { term: t("rights:staff.answeredBy"), description: request.answeredByName },
    {
      term: t("rights:request.answeredAt"),
      description: request.answeredAt && <TimeStamp value={request.answeredAt} as="seconds" />,
    },
  ];
  return (
    <SectionCard title={t(`rights:request.kind.${request.kind}`)}>
      <DescriptionList items={items} />
      {request.status === "open" && (
        <Form method="post" noValidate>
          <p>{t(`rights:staff.advice.${request.kind}`)}</p>
          <input type="hidden" name="requestId" value={request.id} />
          <RadioGroup
            name="verdict"
            label={t("rights:staff.verdict")}
            required
            inline
            defaultValue={typed?.verdict}
            errors={errorsOf("verdict")}
            options={(["done", "refused"] as const).map((value) => ({
              value,
              label: t(`rights:request.status.${value}`),
            }))}
          />
          <TextAreaField
            name="answer"
            label={t("rights:staff.answer")}
            help={t("rights:staff.answerHelp")}
            required
            maxLength={MAX_STATEMENT}
            defaultValue={typed?.answer}
            errors={errorsOf("answer")}
          />
          <SubmitButton intent="answer">{t("rights:staff.submit")}</SubmitButton>
        </Form>
      )}
    </SectionCard>
  );
}

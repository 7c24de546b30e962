import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OwnDataView } from "./own-data-view.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";

type Request = OwnDataView["applications"][number]["requests"][number];
const tones = { open: "info", done: "success", refused: "neutral" } as const;

export function AskedRequest({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const items = [
    { term: t("rights:request.arrivedAt"), description: <TimeStamp value={request.arrivedAt} as="seconds" /> },
    {
      term: t("rights:request.answerBy"),
      description: request.status === "open" && <TimeStamp value={request.answerBy} as="date" />,
    },
    {
      term: t("rights:request.statement"),
      description: request.statement && <span className="prose">{request.statement}</span>,
    },
    {
      term: t("rights:request.answer"),
      description: request.answer && <span className="prose">{request.answer}</span>,
    },
    {
      term: t("rights:request.answeredAt"),
      description: request.answeredAt && <TimeStamp value={request.answeredAt} as="seconds" />,
    },
  ];
  return (
    <SectionCard
      level={3}
      id={`request-${request.id}`}
      title={t(`rights:request.kind.${request.kind}`)}
      actions={<StatusTag tone={tones[request.status]}>{t(`rights:request.status.${request.status}`)}</StatusTag>}
    >
      <DescriptionList items={items.filter(({ description }) => description !== false)} />
    </SectionCard>
  );
}

type AskFormProps = {
  readonly applicationId: string;
  readonly typed: { readonly kind: string; readonly statement: string } | undefined;
  readonly errorsOf: (id: string) => readonly string[];
};

/** Asking to correct, delete or stop; each is answered within ten days, with the reason. */
export function AskForm({ applicationId, typed, errorsOf }: AskFormProps) {
  const { t } = useTranslation();
  const [kind, statement] = [`kind-${applicationId}`, `statement-${applicationId}`];
  return (
    <details className="confirm-box" open={typed !== undefined}>
      <summary className="button button--secondary">{t("rights:request.ask")}</summary>
      <Form className="confirm-box__content" method="post" noValidate>
        <p>{t("rights:request.rule")}</p>
        <input type="hidden" name="applicationId" value={applicationId} />
        <RadioGroup
          id={kind}
          name="kind"
          label={t("rights:request.what")}
          required
          defaultValue={typed?.kind}
          errors={errorsOf(kind)}
          options={(["correct", "erase", "stop"] as const).map((value) => ({
            value,
            label: t(`rights:request.kind.${value}`),
            help: t(`rights:request.help.${value}`),
          }))}
        />
        <TextAreaField
          id={statement}
          name="statement"
          label={t("rights:request.statement")}
          help={t("rights:request.statementHelp")}
          maxLength={MAX_STATEMENT}
          defaultValue={typed?.statement}
          errors={errorsOf(statement)}
        />
        <SubmitButton intent="ask">{t("rights:request.submit")}</SubmitButton>
      </Form>
    </details>
  );
}

import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppealStatusTag } from "../../../applicant/appeals/appeal-status-tag.tsx";
import type { OpenedAppeal } from "./appeal-register.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { RadioGroup } from "#app/components/form/radio-group.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { MAX_STATEMENT } from "#app/domain/appeal/appeal.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

type Typed = { readonly verdict: string; readonly answer: string; readonly minuteNumber: string };
type OpenAppealProps = {
  readonly appeal: OpenedAppeal;
  readonly cohortId: string;
  readonly typed: Typed | undefined;
  readonly error: { readonly id?: string | undefined; readonly message: string } | undefined;
};

/** One appeal whole, and the committee's decision on it. */
export function OpenAppeal({ appeal, cohortId, typed, error }: OpenAppealProps) {
  const { t } = useTranslation();
  const files = appeal.files.length > 0 && (
    <ul>
      {appeal.files.map(({ id, name, bytes, href }) => (
        <li key={id}>
          <a href={href}>{name}</a> ({formatBytes(bytes)})
        </li>
      ))}
    </ul>
  );
  const application = (
    <Link to={paths.manage.application(cohortId, appeal.applicationId)}>{appeal.applicationNumber}</Link>
  );
  const items = [
    { term: t("appeals:staff.application"), description: application },
    { term: t("appeals:staff.name"), description: appeal.name },
    { term: t("appeals:form.about"), description: appeal.about },
    { term: t("appeals:form.ground"), description: t(`appeals:ground.${appeal.ground}`) },
    { term: t("appeals:filed.arrivedAt"), description: <TimeStamp value={appeal.arrivedAt} as="seconds" /> },
    { term: t("appeals:filed.answerBy"), description: <TimeStamp value={appeal.answerBy} as="date" /> },
    { term: t("appeals:form.statement"), description: <span className="prose">{appeal.statement}</span> },
    { term: t("appeals:form.files"), description: files },
    { term: t("appeals:filed.answer"), description: appeal.answer && <span className="prose">{appeal.answer}</span> },
    { term: t("appeals:staff.minuteNumber"), description: appeal.minuteNumber },
    { term: t("appeals:staff.decidedBy"), description: appeal.decidedByName },
    {
      term: t("appeals:filed.decidedAt"),
      description: appeal.decidedAt && <TimeStamp value={appeal.decidedAt} as="seconds" />,
    },
  ];
  return (
    <SectionCard
      title={t("appeals:filed.title", { number: appeal.number })}
      actions={<AppealStatusTag status={appeal.status} />}
    >
      <DescriptionList items={items.filter(({ description }) => description !== false)} />
      {appeal.status === "upheld" && <Upheld cohortId={cohortId} applicationId={appeal.applicationId} />}
      {appeal.status === "received" && <DecisionForm appealId={appeal.id} typed={typed} error={error} />}
    </SectionCard>
  );
}

type DecisionFormProps = Pick<OpenAppealProps, "typed" | "error"> & { readonly appealId: string };

function DecisionForm({ appealId, typed, error }: DecisionFormProps) {
  const { t } = useTranslation();
  const errorsOf = (id: string) => (error?.id === id ? [error.message] : []);
  return (
    <Form method="post" noValidate>
      <p>{t("appeals:staff.decideText")}</p>
      <input type="hidden" name="appealId" value={appealId} />
      <RadioGroup
        name="verdict"
        label={t("appeals:staff.verdict")}
        required
        inline
        defaultValue={typed?.verdict}
        errors={errorsOf("verdict")}
        options={(["upheld", "dismissed"] as const).map((value) => ({ value, label: t(`appeals:status.${value}`) }))}
      />
      <TextAreaField
        name="answer"
        label={t("appeals:staff.answer")}
        help={t("appeals:staff.answerHelp")}
        required
        maxLength={MAX_STATEMENT}
        defaultValue={typed?.answer}
        errors={errorsOf("answer")}
      />
      <TextField
        name="minuteNumber"
        label={t("appeals:staff.minuteNumber")}
        help={t("appeals:staff.minuteHelp")}
        required
        maxLength={100}
        defaultValue={typed?.minuteNumber}
        errors={errorsOf("minuteNumber")}
      />
      <SubmitButton intent="decide">{t("appeals:staff.decide")}</SubmitButton>
    </Form>
  );
}

/** What staff do next: deciding an appeal changes no result by itself. */
function Upheld({ cohortId, applicationId }: { readonly cohortId: string; readonly applicationId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t("appeals:staff.nextTitle")}</h3>
      <ul>
        <li>
          {t("appeals:staff.nextRestore")}{" "}
          <Link to={paths.manage.application(cohortId, applicationId)}>{t("appeals:staff.toApplication")}</Link>
        </li>
        <li>{t("appeals:staff.nextRecompute")}</li>
      </ul>
    </>
  );
}

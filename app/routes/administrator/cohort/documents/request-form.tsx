import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type RequestFormProps = {
  readonly documents: readonly { readonly id: string; readonly label: string }[];
  readonly typed: {
    readonly number: string;
    readonly document: string;
    readonly reason: string;
    readonly dueAt: string;
  };
  readonly refused: { readonly code: string; readonly sentence: string } | undefined;
};

/** Which field a refusal is about. */
export const fieldOfRefusal: Readonly<Record<string, string>> = {
  "no-such-number": "number",
  "not-askable": "number",
  "no-such-document": "document",
  "request-reason-missing": "reason",
  "due-missing": "dueAt",
  "due-passed": "dueAt",
};

/** Asks one person for a document again. */
export function RequestForm({ documents, typed, refused }: RequestFormProps) {
  const { t } = useTranslation();
  const errorsOf = (field: string) =>
    refused && fieldOfRefusal[refused.code] === field ? [refused.sentence] : undefined;
  return (
    <SectionCard title={t("documents:manage.request.title")} id="request">
      <p>{t("documents:manage.request.lead")}</p>
      <Form method="post" noValidate>
        <HiddenIntent value="request" />
        <TextField
          name="number"
          label={t("documents:manage.number")}
          defaultValue={typed.number}
          errors={errorsOf("number")}
          width="medium"
          required
        />
        <SelectField
          name="document"
          label={t("documents:manage.document")}
          options={documents.map(({ id, label }) => ({ value: id, label }))}
          defaultValue={typed.document}
          errors={errorsOf("document")}
          required
        />
        <TextAreaField
          name="reason"
          label={t("documents:manage.reason")}
          help={t("documents:manage.request.reasonHelp")}
          defaultValue={typed.reason}
          errors={errorsOf("reason")}
          maxLength={500}
          rows={3}
          required
        />
        <TextField
          name="dueAt"
          type="datetime-local"
          label={t("documents:manage.due")}
          help={t("documents:manage.request.dueHelp")}
          defaultValue={typed.dueAt}
          errors={errorsOf("dueAt")}
          width="medium"
          required
        />
        <SubmitButton>{t("documents:manage.request.submit")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

const TWO_MEGABYTES = 2 * 1024 * 1024;

type ChangeFormProps = {
  readonly text: string;
  readonly reason: string;
  readonly reasonErrors: readonly string[];
};

/** A new version: paste or upload, look at what changes, say why. */
export function ChangeForm({ text, reason, reasonErrors }: ChangeFormProps) {
  const { t } = useTranslation();
  const reasonLabel = t("administrator:definition.reason");
  return (
    <SectionCard id="change" title={t("administrator:definition.change")}>
      <p>{t("administrator:definition.changeHelp")}</p>
      <ErrorSummary errors={reasonErrors.map((message) => ({ id: "reason", label: reasonLabel, message }))} />
      <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
        <FileField
          name="file"
          label={t("administrator:new.file")}
          help={t("administrator:new.fileHelp")}
          formats={["json"]}
          maxBytes={TWO_MEGABYTES}
        />
        <TextAreaField
          name="definition"
          label={t("administrator:new.text")}
          help={t("administrator:definition.textHelp")}
          defaultValue={text}
          rows={20}
        />
        <SubmitButton variant="secondary" intent="check">
          {t("administrator:definition.check")}
        </SubmitButton>
        <TextAreaField
          name="reason"
          label={reasonLabel}
          help={t("administrator:definition.reasonHelp")}
          defaultValue={reason}
          errors={reasonErrors}
          rows={2}
          maxLength={1000}
          required
        />
        <ConfirmBox
          insideForm
          variant="primary"
          label={t("administrator:definition.save")}
          explanation={t("administrator:definition.saveExplanation")}
          confirmLabel={t("administrator:definition.saveConfirm")}
          intent="change"
          open={reasonErrors.length > 0}
        />
      </Form>
    </SectionCard>
  );
}

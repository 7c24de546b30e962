import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FileField } from "#app/components/form/file-field.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { maxAttachmentBytes, maxAttachmentLabel, noticeFormats } from "#app/domain/cohort/notice-attachment.ts";

export type AttachmentAnswer = {
  readonly message: string;
  readonly field?: string | undefined;
  readonly label: { readonly ko: string; readonly en: string };
};

/** Which control a refusal is about; what concerns none of them is said above the form only. */
export function fieldOfRefusal(refusal: string): string | undefined {
  if (refusal === "attachment-label-ko") return "labelKo";
  if (refusal === "attachment-label-en") return "labelEn";
  return refusal === "attachment-too-many" || refusal === "attachment-gone" ? undefined : "file";
}

export function AttachmentForm({ answer }: { readonly answer: AttachmentAnswer | undefined }) {
  const { t } = useTranslation();
  const errorsOf = (field: string) => (answer?.field === field ? [answer.message] : []);
  return (
    <SectionCard title={t("notice:form.title")}>
      <Form method="post" encType="multipart/form-data" noValidate>
        <HiddenIntent value="add" />
        <TextField
          name="labelKo"
          label={t("notice:form.labelKo")}
          help={t("notice:form.labelKoHelp")}
          defaultValue={answer?.label.ko}
          errors={errorsOf("labelKo")}
          maxLength={maxAttachmentLabel}
          required
        />
        <TextField
          name="labelEn"
          label={t("notice:form.labelEn")}
          help={t("notice:form.labelEnHelp")}
          defaultValue={answer?.label.en}
          errors={errorsOf("labelEn")}
          maxLength={maxAttachmentLabel}
          required
        />
        <FileField
          name="file"
          label={t("notice:form.file")}
          help={t("notice:form.fileHelp")}
          formats={noticeFormats}
          maxBytes={maxAttachmentBytes}
          errors={errorsOf("file")}
          required
        />
        <SubmitButton>{t("common:action.upload")}</SubmitButton>
      </Form>
    </SectionCard>
  );
}

import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "#app/components/form/date-field.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { UploadForm } from "#app/components/upload/upload-form.tsx";
import { UploadedList } from "#app/components/upload/uploaded-list.tsx";
import type { LaterDocument } from "./own-documents.server.ts";

export type LaterRefusal = {
  readonly documentId: string;
  readonly messages: readonly string[];
  readonly field?: string;
  readonly typed?: { readonly certificateNumber: string; readonly issuedOn: string };
};

type DocumentCardProps = {
  readonly document: LaterDocument;
  readonly tag: ReactNode;
  readonly readOnly: boolean;
  readonly refused: LaterRefusal | undefined;
  /** What is said of it before anything is chosen. */
  readonly children?: ReactNode;
};

/** One document that is handed in after the close: what is there, another in its place, the number of the certificate. */
export function DocumentCard({ document, tag, readOnly, refused, children }: DocumentCardProps) {
  const mine = refused?.documentId === document.id ? refused : undefined;
  return (
    <SectionCard title={document.label} actions={tag}>
      {children}
      <UploadedList document={document} readOnly={readOnly} />
      {!readOnly && <UploadForm document={document} errors={mine?.field ? undefined : mine?.messages} />}
      {document.certificate && document.files.length > 0 && !readOnly && (
        <CertificateForm id={document.id} certificate={document.certificate} refused={mine?.field ? mine : undefined} />
      )}
    </SectionCard>
  );
}

type CertificateFormProps = {
  readonly id: string;
  readonly certificate: NonNullable<LaterDocument["certificate"]>;
  readonly refused: LaterRefusal | undefined;
};

function CertificateForm({ id, certificate, refused }: CertificateFormProps) {
  const { t } = useTranslation();
  const { number, issuedOn, hint, withinDays } = certificate;
  const isNumber = refused?.field === "certificate-number";
  return (
    <Form method="post" action={`?document=${encodeURIComponent(id)}`} noValidate>
      <HiddenIntent value="certificate" />
      <input type="hidden" name="document" value={id} />
      <TextField
        id={`number-${id}`}
        name="certificateNumber"
        label={t("documents:certificate.number")}
        help={t("documents:certificate.numberHelp")}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        defaultValue={refused?.typed?.certificateNumber ?? number}
        errors={isNumber ? [...refused.messages] : undefined}
      />
      <DateField
        id={`issued-${id}`}
        name="issuedOn"
        label={t("documents:certificate.issuedOn")}
        help={withinDays === null ? undefined : t("documents:certificate.within", { days: withinDays })}
        defaultValue={refused?.typed?.issuedOn ?? issuedOn}
        errors={refused && !isNumber ? [...refused.messages] : undefined}
      />
      {hint && <Notice tone="warning">{t(`documents:certificate.${hint}`, { days: withinDays ?? 0 })}</Notice>}
      <SubmitButton variant="secondary">{t("documents:certificate.save")}</SubmitButton>
    </Form>
  );
}

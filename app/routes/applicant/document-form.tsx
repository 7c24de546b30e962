import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "./document-views.server.ts";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { UploadForm } from "#app/components/upload/upload-form.tsx";
import { UploadedList } from "#app/components/upload/uploaded-list.tsx";

type DocumentFormProps = {
  readonly document: DocumentView;
  readonly readOnly: boolean;
  readonly errors: readonly string[] | undefined;
};

/** One document: what is there, taking it back with a question, and handing in, with its limits said first. */
export function DocumentForm({ document, readOnly, errors }: DocumentFormProps) {
  const { t } = useTranslation();
  const need = `(${t(`common:field.${document.required ? "required" : "optional"}`)})`;
  return (
    <SectionCard title={document.label.includes(need) ? document.label : `${document.label} ${need}`}>
      <p className="muted">
        {t(document.isOpenToReviewers ? "applicant:documents.reviewersSee" : "applicant:documents.staffOnly")}{" "}
        {document.isOpenToReviewers && t("documents:upload.safety")}
      </p>
      <UploadedList document={document} readOnly={readOnly} />
      {document.link && (
        <p>
          {t(document.link.isGiven ? "applicant:documents.linkGiven" : "applicant:documents.orLink")}{" "}
          <Link to={document.link.to}>{document.link.label}</Link>
        </p>
      )}
      {!readOnly && <UploadForm document={document} errors={errors} />}
    </SectionCard>
  );
}

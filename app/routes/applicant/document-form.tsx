import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "./document-views.server.ts";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatBytes } from "#app/i18n/format.ts";

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
        {t(document.isOpenToReviewers ? "applicant:documents.reviewersSee" : "applicant:documents.staffOnly")}
      </p>
      {document.files.length > 0 && (
        <ul className="uploaded-files" aria-label={t("common:file.current")}>
          {document.files.map(({ id, name, bytes, href }) => (
            <li key={id} className="uploaded-files__item">
              <a href={href}>{name}</a> <span>({formatBytes(bytes)})</span>
              {!readOnly && (
                <ConfirmBox
                  label={t("common:file.remove", { name })}
                  explanation={<p>{t("applicant:documents.removeText", { name })}</p>}
                  confirmLabel={t("common:action.remove")}
                  variant="secondary"
                >
                  <input type="hidden" name="document" value={document.id} />
                  <input type="hidden" name="remove" value={id} />
                </ConfirmBox>
              )}
            </li>
          ))}
        </ul>
      )}
      {document.link && (
        <p>
          {t(document.link.isGiven ? "applicant:documents.linkGiven" : "applicant:documents.orLink")}{" "}
          <Link to={document.link.to}>{document.link.label}</Link>
        </p>
      )}
      {!readOnly && (
        <Form method="post" encType="multipart/form-data" noValidate>
          <input type="hidden" name="document" value={document.id} />
          <FileField
            id={`file-${document.id}`}
            name="file"
            label={t("applicant:documents.choose", { label: document.label })}
            help={document.help}
            errors={errors}
            formats={document.formats}
            maxBytes={document.maxBytes}
            maxFiles={document.maxFiles}
          />
          {document.maxFiles === 1 && document.files.length > 0 && <p>{t("common:file.replace")}</p>}
          <SubmitButton variant="secondary">{t("common:action.upload")}</SubmitButton>
        </Form>
      )}
    </SectionCard>
  );
}

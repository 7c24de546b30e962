import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { UploadForm } from "#app/components/upload/upload-form.tsx";
import { UploadedState } from "#app/components/upload/uploaded-state.tsx";
import type { UploadedView, UploadView } from "#app/components/upload/upload-view.ts";
import { buttonClass } from "#app/components/button.tsx";
import { formatBytes } from "#app/i18n/format.ts";

type UploadedListProps = {
  readonly document: UploadView;
  readonly readOnly: boolean;
  /** Fields that the page's action needs besides. */
  readonly children?: ReactNode;
};

/** What is there: a look at it, putting another in its place, taking it back with a question. */
export function UploadedList({ document, readOnly, children }: UploadedListProps) {
  const { t } = useTranslation();
  if (document.files.length === 0) return null;
  return (
    <ul className="uploaded-files" aria-label={t("documents:upload.current", { label: document.label })}>
      {document.files.map((file) => (
        <li key={file.id} className="uploaded-files__item">
          <UploadedFile file={file} />
          {!readOnly && (
            <div className="upload__acts">
              {document.maxFiles > 1 && (
                <details className="confirm-box">
                  <summary className={buttonClass({ variant: "secondary" })}>
                    {t("documents:upload.replace")}
                    <span className="visually-hidden"> {file.name}</span>
                  </summary>
                  <div className="confirm-box__content">
                    <UploadForm document={document} replaces={file.id}>
                      {children}
                    </UploadForm>
                  </div>
                </details>
              )}
              <ConfirmBox
                label={
                  <>
                    {t("documents:upload.remove")}
                    <span className="visually-hidden"> {file.name}</span>
                  </>
                }
                explanation={<p>{t("documents:upload.removeText", { name: file.name })}</p>}
                confirmLabel={t("common:action.remove")}
                variant="secondary"
              >
                {children}
                <input type="hidden" name="document" value={document.id} />
                <input type="hidden" name="remove" value={file.id} />
              </ConfirmBox>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function UploadedFile({ file }: { readonly file: UploadedView }) {
  const { t } = useTranslation();
  const { name, bytes, href, isPicture } = file;
  return (
    <div className="upload__file">
      {isPicture && href && (
        <img className="upload__thumbnail" src={href} alt="" width={64} height={64} loading="lazy" />
      )}
      <div>
        {href ? (
          <a href={href} target="_blank" rel="noopener">
            {name}
            <span className="visually-hidden"> {t("documents:upload.newTab")}</span>
          </a>
        ) : (
          <span>{name}</span>
        )}{" "}
        <span className="muted">({formatBytes(bytes)})</span>
        <UploadedState file={file} />
      </div>
    </div>
  );
}

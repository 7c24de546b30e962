import { Form } from "@remix-run/react";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { controlProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { UploadLimits } from "#app/components/upload/upload-limits.tsx";
import { UploadProgress } from "#app/components/upload/upload-progress.tsx";
import type { UploadView } from "#app/components/upload/upload-view.ts";
import { useFileDrop } from "#app/components/upload/use-file-drop.ts";
import { useUpload } from "#app/components/upload/use-upload.ts";

export type UploadFormProps = {
  readonly document: UploadView;
  /** Sentences or keys, of the answer to a form that was sent without JavaScript. */
  readonly errors?: readonly string[] | undefined;
  /** The file whose place the new one takes. */
  readonly replaces?: string | undefined;
  /** Fields that the page's action needs besides, such as hidden ones. */
  readonly children?: ReactNode;
};

/**
 * Chooses files and hands them in, to the page's own action. Without JavaScript it is a plain form; with it, files start
 * on their way as soon as they are chosen or dropped, one by one, with their progress.
 */
export function UploadForm({ document, errors, replaces, children }: UploadFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload({ form, maxBytes: document.maxBytes, maxFiles: replaces ? 1 : document.maxFiles });
  const drop = useFileDrop(upload.start);
  const id = replaces ? `replace-${replaces}` : `file-${document.id}`;
  const several = document.maxFiles > 1 && !replaces;
  const help = <UploadLimits document={document} replaces={replaces !== undefined} />;
  return (
    <Form
      ref={form}
      className={drop.isOver ? "upload upload--over" : "upload"}
      method="post"
      action={`?document=${encodeURIComponent(document.id)}`}
      encType="multipart/form-data"
      noValidate
      {...drop.handlers}
      onSubmit={(event) => {
        event.preventDefault();
        if (!upload.isBusy) input.current?.click();
      }}
    >
      <input type="hidden" name="document" value={document.id} />
      {replaces && <input type="hidden" name="replaces" value={replaces} />}
      {children}
      <Field
        id={id}
        name="file"
        label={t(several ? "documents:upload.chooseSeveral" : "documents:upload.choose", { label: document.label })}
        help={help}
        errors={upload.items.length > 0 ? undefined : errors}
      >
        <input
          {...controlProps({ id, name: "file", help, errors: upload.items.length > 0 ? undefined : errors })}
          ref={input}
          className="field__control field__control--file"
          type="file"
          accept={acceptOf(document.formats)}
          multiple={several}
          onChange={({ currentTarget }) => {
            upload.start([...(currentTarget.files ?? [])]);
            // The same file may be chosen again after an error.
            currentTarget.value = "";
          }}
        />
      </Field>
      <p className="upload__drop" aria-hidden="true">
        {t("documents:upload.drop")}
      </p>
      <UploadProgress items={upload.items} onRetry={upload.retry} onCancel={upload.cancel} />
      <SubmitButton variant="secondary">{t("common:action.upload")}</SubmitButton>
    </Form>
  );
}

/** Endings and media types: phones offer the camera and the gallery only for the latter. */
function acceptOf(formats: readonly string[]): string {
  const types: Readonly<Record<string, string>> = {
    pdf: ".pdf,application/pdf",
    jpg: ".jpg,.jpeg,image/jpeg",
    png: ".png,image/png",
  };
  return formats.map((format) => types[format] ?? `.${format}`).join(",");
}

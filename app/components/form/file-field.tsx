import { useTranslation } from "react-i18next";
import { controlProps, type FieldProps } from "#app/components/form/field-props.ts";
import { Field } from "#app/components/form/field.tsx";
import { formatBytes } from "#app/i18n/format.ts";

export type UploadedFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly href?: string | undefined;
};

export type FileFieldProps = FieldProps & {
  /** Extensions without a dot: `["pdf", "jpg"]`. */
  readonly formats: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles?: number | undefined;
  readonly uploaded?: readonly UploadedFile[] | undefined;
  /** Name of the button that removes an uploaded file; its value is the file's id. */
  readonly removeName?: string | undefined;
};

/** Says the limits before somebody chooses, and shows what is already there. */
export function FileField({ formats, maxBytes, maxFiles = 1, uploaded = [], removeName, ...field }: FileFieldProps) {
  const { t } = useTranslation();
  const limits = [
    t("common:file.formats", { formats: formats.map((format) => format.toUpperCase()).join(", ") }),
    t("common:file.size", { size: formatBytes(maxBytes) }),
    maxFiles > 1 ? t("common:file.files", { files: maxFiles }) : "",
  ].filter((limit) => limit !== "");
  const help = (
    <>
      {field.help && <p>{field.help}</p>}
      <p>{limits.join(" · ")}</p>
    </>
  );
  return (
    <Field {...field} help={help}>
      {uploaded.length > 0 && (
        <>
          <UploadedFiles files={uploaded} removeName={removeName} />
          {maxFiles === 1 && <p className="field__help">{t("common:file.replace")}</p>}
        </>
      )}
      <input
        {...controlProps({ ...field, help })}
        required={field.required && uploaded.length === 0}
        className="field__control field__control--file"
        type="file"
        accept={formats.map((format) => `.${format}`).join(",")}
        multiple={maxFiles > 1}
      />
    </Field>
  );
}

type UploadedFilesProps = {
  readonly files: readonly UploadedFile[];
  readonly removeName: string | undefined;
};

function UploadedFiles({ files, removeName }: UploadedFilesProps) {
  const { t } = useTranslation();
  return (
    <ul className="uploaded-files" aria-label={t("common:file.current")}>
      {files.map(({ id, name, bytes, href }) => (
        <li key={id} className="uploaded-files__item">
          {href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>} <span>({formatBytes(bytes)})</span>
          {removeName && (
            <button
              className="button button--tertiary"
              type="submit"
              name={removeName}
              value={id}
              formNoValidate
              aria-label={t("common:file.remove", { name })}
            >
              {t("common:action.remove")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

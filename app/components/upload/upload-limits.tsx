import { useTranslation } from "react-i18next";
import type { UploadView } from "#app/components/upload/upload-view.ts";
import { formatBytes } from "#app/i18n/format.ts";

type UploadLimitsProps = { readonly document: UploadView; readonly replaces: boolean };

/** What may be handed in, said before anything is chosen. */
export function UploadLimits({ document: { help, formats, maxBytes, maxFiles }, replaces }: UploadLimitsProps) {
  const { t } = useTranslation();
  const limits = [
    t("common:file.formats", { formats: formats.map((format) => format.toUpperCase()).join(", ") }),
    t("common:file.size", { size: formatBytes(maxBytes) }),
    maxFiles > 1 && !replaces ? t("common:file.files", { files: maxFiles }) : "",
  ];
  return (
    <>
      {help !== "" && !replaces && <p>{help}</p>}
      <p>{limits.filter((limit) => limit !== "").join(" · ")}</p>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import type { SeatView } from "./seat-view.server.ts";

type SeatDocumentsProps = { readonly seat: SeatView; readonly applicationId: string };

/** The documents that the seat asks for, and how many of them are there. */
export function SeatDocuments({ seat: { documents, documentsUntil }, applicationId }: SeatDocumentsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (documents.length === 0) return null;
  const done = documents.filter(({ isThere }) => isThere).length;
  return (
    <>
      <p>{t("applicant:result.seat.documents", { until: formatInstant(documentsUntil, language) })}</p>
      <ProgressBar label={t("applicant:result.seat.progress")} done={done} total={documents.length} />
      <ul>
        {documents.map(({ id, label, isThere }) => (
          <li key={id}>
            {label}{" "}
            <StatusTag tone={isThere ? "success" : "warning"}>
              {t(isThere ? "documents:afterSelection.there" : "documents:afterSelection.missing")}
            </StatusTag>
          </li>
        ))}
      </ul>
      <LinkButton to={paths.my.afterSelection(applicationId)} variant="secondary">
        {t("applicant:result.seat.toDocuments")}
      </LinkButton>
    </>
  );
}

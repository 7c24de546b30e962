import { useTranslation } from "react-i18next";
import { StatusTag } from "#app/components/status-tag.tsx";
import type { UploadedView } from "#app/components/upload/upload-view.ts";

/** The virus scan where there is one, and what the file's name gives away. */
export function UploadedState({ file: { scan, notes } }: { readonly file: UploadedView }) {
  const { t } = useTranslation();
  return (
    <>
      {scan === "waiting" && (
        <p>
          <StatusTag tone="info">{t("documents:scan.waiting")}</StatusTag> {t("documents:scan.waitingText")}
        </p>
      )}
      {scan === "clean" && (
        <p>
          <StatusTag tone="success">{t("documents:scan.clean")}</StatusTag>
        </p>
      )}
      {scan === "infected" && (
        <p>
          <StatusTag tone="danger">{t("documents:scan.infected")}</StatusTag> {t("documents:scan.infectedText")}
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>
          <StatusTag tone="warning">{t("documents:note.title")}</StatusTag> {t(`documents:note.${note}`)}
        </p>
      ))}
    </>
  );
}

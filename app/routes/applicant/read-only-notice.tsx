import { useTranslation } from "react-i18next";
import type { ReadOnly } from "./own-application.server.ts";
import { Notice } from "#app/components/notice.tsx";

/** Why nothing can be changed on this page. */
export function ReadOnlyNotice({ reason }: { readonly reason: ReadOnly | undefined }) {
  const { t } = useTranslation();
  if (reason === undefined) return null;
  return (
    <Notice tone="warning" title={t("applicant:readOnly.title")}>
      <p>{t(`applicant:readOnly.${reason}`)}</p>
    </Notice>
  );
}

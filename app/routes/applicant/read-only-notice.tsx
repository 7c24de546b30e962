import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LateAnswer } from "./late-answer.server.ts";
import { LateNotice } from "./late-notice.tsx";
import type { ReadOnly } from "./own-application.server.ts";
import { Notice } from "#app/components/notice.tsx";

/** Why nothing can be changed on this page; to somebody who just tried too late, when it arrived. */
export function ReadOnlyNotice({ reason }: { readonly reason: ReadOnly | undefined }) {
  const { t } = useTranslation();
  const answer = useActionData() as { readonly late?: LateAnswer } | undefined;
  if (answer?.late) return <LateNotice late={answer.late} />;
  if (reason === undefined) return null;
  return (
    <Notice tone="warning" title={t("applicant:readOnly.title")}>
      <p>{t(`applicant:readOnly.${reason}`)}</p>
    </Notice>
  );
}

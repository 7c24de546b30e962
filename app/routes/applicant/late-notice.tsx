import { useTranslation } from "react-i18next";
import type { LateAnswer } from "./late-answer.server.ts";
import { toTheMillisecond } from "./to-the-millisecond.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";

/** What came too late, to the millisecond, and that nothing saved before is lost. */
export function LateNotice({ late }: { readonly late: LateAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { arrivedAt, closedAt, ...contact } = late;
  return (
    <Notice tone="danger" role="alert" title={t("extension:late.title")}>
      <DescriptionList
        items={[
          { term: t("extension:late.arrivedAt"), description: toTheMillisecond(arrivedAt, language) },
          { term: t("extension:late.closedAt"), description: toTheMillisecond(closedAt, language) },
        ]}
      />
      <p>{t("extension:late.kept")}</p>
      <p>{t("extension:late.contact", contact)}</p>
    </Notice>
  );
}

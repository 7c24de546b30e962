import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { LogTable, type LogRow } from "#app/routes/auditor/log-table.tsx";

/** What the audit log says about this application. */
export function Timeline({ timeline }: { readonly timeline: readonly LogRow[] }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:application.timeline")}>
      <LogTable rows={timeline} caption={t("administrator:application.timelineCaption")} />
    </SectionCard>
  );
}

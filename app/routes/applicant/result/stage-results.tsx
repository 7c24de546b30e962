import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { ResultView } from "./result-view.server.ts";

type Outcome = ResultView["stages"][number]["outcome"];

const tones: Readonly<Record<Outcome, Tone>> = {
  passed: "success",
  failed: "danger",
  absent: "warning",
  excluded: "neutral",
  pending: "neutral",
};

/** One row for every stage that was published. */
export function StageResults({ stages }: { readonly stages: ResultView["stages"] }) {
  const { t } = useTranslation();
  const scores = stages.some(({ score }) => score !== null);
  return (
    <SectionCard title={t("seats:result.stages.title")}>
      <DataTable
        caption={t("seats:result.stages.title")}
        captionHidden
        rows={stages}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "stage",
            header: t("seats:result.stages.stage"),
            rowHeader: true,
            cell: ({ title, publishedAt }) => (
              <>
                {title}
                {publishedAt && (
                  <div className="muted small">
                    {t("seats:result.stages.publishedAt")}: <TimeStamp value={publishedAt} as="instant" />
                  </div>
                )}
              </>
            ),
          },
          {
            key: "outcome",
            header: t("seats:result.stages.outcome"),
            cell: ({ outcome }) => (
              <StatusTag tone={tones[outcome]}>{t(`seats:result.stages.${outcome}`, { defaultValue: "" })}</StatusTag>
            ),
          },
          ...(scores
            ? [
                {
                  key: "score",
                  header: t("seats:result.stages.score"),
                  align: "end" as const,
                  cell: ({ score }: ResultView["stages"][number]) => score ?? "-",
                },
              ]
            : []),
          { key: "reason", header: t("seats:result.stages.reason"), cell: ({ reasons }) => reasons.join(" ") },
        ]}
      />
    </SectionCard>
  );
}

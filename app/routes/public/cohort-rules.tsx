import { useTranslation } from "react-i18next";
import type { CohortPageView } from "./cohort-page.server.ts";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";

/** How it is decided: stages and their rubrics, minimum scores, bonus points, ties. */
export function CohortRules({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  return (
    <>
      <SectionCard title={t("public:cohort.stages")}>
        {page.stages.map((stage) => (
          <SectionCard key={stage.id} title={stage.title} level={3} plain>
            <p>
              {t("public:cohort.stageText", {
                weight: stage.weightPercent,
                max: stage.maxScore,
                min: stage.minScore,
              })}{" "}
              {stage.multiple !== null && t("public:cohort.multiple", { multiple: stage.multiple })}
            </p>
            <DataTable
              caption={t("public:cohort.rubricOf", { stage: stage.title })}
              rows={stage.criteria}
              rowKey={({ id }) => id}
              columns={[
                { key: "label", header: t("public:cohort.criterion"), cell: ({ label }) => label, rowHeader: true },
                { key: "max", header: t("public:cohort.points"), align: "end", cell: ({ max }) => max },
                {
                  key: "minimum",
                  header: t("public:cohort.minimum"),
                  align: "end",
                  cell: ({ minPercent }) => (minPercent === null ? t("common:answer.none") : `${minPercent}%`),
                },
              ]}
            />
          </SectionCard>
        ))}
        <p>
          {t("public:cohort.minimumTotal", { points: page.minimumTotal })} {page.minimumRule}
        </p>
        {page.quotas.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </SectionCard>
      {page.bonus.items.length > 0 && (
        <SectionCard title={t("public:cohort.bonus")}>
          <p>
            {t("public:cohort.bonusCap", { cap: page.bonus.cap })} {page.bonus.note}
          </p>
          <DataTable
            caption={t("public:cohort.bonus")}
            captionHidden
            rows={page.bonus.items}
            rowKey={({ id }) => id}
            columns={[
              { key: "label", header: t("public:cohort.bonusItem"), cell: ({ label }) => label, rowHeader: true },
              { key: "points", header: t("public:cohort.points"), align: "end", cell: ({ points }) => points },
              {
                key: "documents",
                header: t("public:cohort.proof"),
                cell: ({ documents }) => documents.join(", "),
              },
            ]}
          />
        </SectionCard>
      )}
      <SectionCard title={t("public:cohort.ties")}>
        <ol>
          {page.ties.map(({ by, label }) => (
            <li key={by}>{label}</li>
          ))}
        </ol>
      </SectionCard>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { BarList } from "#app/components/bar-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { CohortPageView } from "./cohort-page.server.ts";
import { StageRules } from "./stage-rules.tsx";

/** How it is decided: stages and their rubrics, minimum scores, bonus points, ties. */
export function CohortRules({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  return (
    <>
      <SectionCard id="stages" title={t("public:cohort.stages")}>
        <BarList
          caption={t("public:cohort.weights")}
          labelHeader={t("public:cohort.stage")}
          valueHeader={t("public:cohort.weight")}
          max={100}
          bars={page.stages.map(({ title, weightPercent }) => ({
            label: title,
            value: weightPercent,
            text: `${weightPercent}%`,
          }))}
        />
        <p>
          {t("public:cohort.minimumTotal", { points: page.minimumTotal })} {page.minimumRule}
        </p>
        {page.stages.map((stage, index) => (
          <StageRules key={stage.id} stage={stage} position={index + 1} />
        ))}
      </SectionCard>
      {page.bonus.items.length > 0 && (
        <SectionCard id="bonus" title={t("public:cohort.bonus")}>
          <p>
            {t("public:cohort.bonusCap", { cap: page.bonus.cap })} {page.bonus.note}
          </p>
          <DataTable
            caption={t("public:cohort.bonus")}
            captionHidden
            rows={page.bonus.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "label",
                header: t("public:cohort.bonusItem"),
                rowHeader: true,
                cell: ({ label, documents }) => (
                  <>
                    {label}
                    <p className="muted small">
                      {t("public:cohort.proof")}: {/* Official names of certificates, in a definition in Korean only. */}
                      <span lang="ko">{documents.join(", ")}</span>
                    </p>
                  </>
                ),
              },
              { key: "points", header: t("public:cohort.points"), align: "end", cell: ({ points }) => points },
            ]}
          />
        </SectionCard>
      )}
      <SectionCard id="ties" title={t("public:cohort.ties")}>
        <p>{t("public:cohort.tiesLead")}</p>
        <ol>
          {page.ties.map(({ by, label }) => (
            <li key={by}>{label}</li>
          ))}
        </ol>
      </SectionCard>
    </>
  );
}

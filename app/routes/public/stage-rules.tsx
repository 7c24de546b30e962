import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { CohortRulesView } from "./cohort-rules.server.ts";

type Stage = CohortRulesView["stages"][number];

/** One stage: how its score comes about, who goes on, and its rubric. */
export function StageRules({ stage, position }: { readonly stage: Stage; readonly position: number }) {
  const { t } = useTranslation();
  const sentences = useSentences(stage);
  const hasMinimum = stage.criteria.some(({ minPercent }) => minPercent !== null);
  return (
    <SectionCard title={`${position}. ${stage.title}`} level={3} plain>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <DataTable
        caption={t("public:cohort.rubricOf", { stage: stage.title })}
        rows={stage.criteria}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "label",
            header: t("public:cohort.criterion"),
            rowHeader: true,
            cell: ({ label, hint }) => (
              <>
                {label}
                {hint && <p className="muted small">{hint}</p>}
              </>
            ),
          },
          { key: "max", header: t("public:cohort.points"), align: "end", cell: ({ max }) => max },
          ...(hasMinimum
            ? [
                {
                  key: "minimum",
                  header: t("public:cohort.minimum"),
                  align: "end" as const,
                  cell: ({ minPercent }: Stage["criteria"][number]) =>
                    minPercent === null
                      ? t("common:answer.none")
                      : t("public:cohort.minimumShare", { percent: minPercent }),
                },
              ]
            : []),
        ]}
      />
    </SectionCard>
  );
}

function useSentences(stage: Stage): readonly string[] {
  const { t } = useTranslation();
  const { trim, pass, reviewers } = stage;
  return [
    t("public:cohort.stageText", { weight: stage.weightPercent, max: stage.maxScore, min: stage.minScore }),
    stage.isImported || reviewers === 0
      ? t("public:cohort.imported")
      : t(stage.method === "median" ? "public:cohort.medianOf" : "public:cohort.meanOf", { count: reviewers }),
    trim && reviewers >= trim.from ? t("public:cohort.trimmed", { highest: trim.highest, lowest: trim.lowest }) : "",
    stage.progressMin === null ? "" : t("public:cohort.progressMin", { percent: stage.progressMin }),
    stage.excludesAbsent ? t("public:cohort.absent") : "",
    pass === null ? "" : t("public:cohort.multiple", { multiple: pass.multiple }),
    pass?.allPass ? t("public:cohort.tiesPass") : "",
  ].filter((sentence) => sentence !== "");
}

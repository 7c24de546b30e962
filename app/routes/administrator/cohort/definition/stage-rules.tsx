import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import type { RulesView } from "./rules.server.ts";

type Stage = RulesView["stages"][number];

/** One stage: what it counts, who scores it, who passes, and its rubric. */
export function StageRules(stage: Stage) {
  const { t } = useTranslation();
  const { title, maxScore, weight, minScore, multiple, gate, imported, reviews, method, trimFrom, criteria } = stage;
  return (
    <SectionCard title={t("administrator:rules.stage", { stage: title })}>
      <DescriptionList
        items={[
          { term: t("administrator:rules.weight"), description: t("administrator:rules.percent", { percent: weight }) },
          { term: t("administrator:rules.maxScore"), description: formatNumber(maxScore) },
          { term: t("administrator:rules.minScore"), description: formatNumber(minScore) },
          {
            term: t("administrator:rules.scoredBy"),
            description: imported
              ? t("administrator:rules.imported")
              : t("administrator:rules.reviewers", { reviewers: reviews }),
          },
          { term: t("administrator:rules.method"), description: method && t(`administrator:rules.methods.${method}`) },
          {
            term: t("administrator:rules.trim"),
            description: trimFrom === null ? "" : t("administrator:rules.trimFrom", { reviewers: trimFrom }),
          },
          {
            term: t("administrator:rules.pass"),
            description: multiple === null ? "" : t("administrator:rules.multiple", { multiple }),
          },
          {
            term: t("administrator:rules.gate"),
            description: gate === null ? "" : t("administrator:rules.gateProgress", { percent: gate }),
          },
        ]}
      />
      <DataTable
        caption={t("administrator:rules.rubric", { stage: title })}
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          { key: "criterion", header: t("administrator:rules.criterion"), rowHeader: true, cell: ({ label }) => label },
          { key: "hint", header: t("administrator:rules.hint"), cell: ({ hint }) => hint },
          { key: "max", header: t("administrator:rules.points"), align: "end", cell: ({ max }) => formatNumber(max) },
          {
            key: "minimum",
            header: t("administrator:rules.minimum"),
            align: "end",
            cell: ({ minPercent }) =>
              minPercent === null ? t("common:answer.none") : t("administrator:rules.percent", { percent: minPercent }),
          },
        ]}
      />
    </SectionCard>
  );
}

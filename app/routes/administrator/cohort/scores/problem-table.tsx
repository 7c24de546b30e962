import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { ImportProblem } from "#app/domain/review/score-import.ts";

type ProblemTableProps = { readonly problems: readonly ImportProblem[]; readonly total: number };

/** Everything that is wrong with a file, row by row. */
export function ProblemTable({ problems, total }: ProblemTableProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="danger" role="alert" title={t("panel:problems.title", { problems: total })}>
      <p>{t("panel:problems.text")}</p>
      <DataTable
        caption={t("panel:problems.caption")}
        captionHidden
        rows={problems}
        rowKey={(_, index) => index}
        columns={[
          {
            key: "row",
            header: t("panel:problems.row"),
            cell: ({ row }) => row ?? t("panel:problems.wholeFile"),
            rowHeader: true,
          },
          { key: "column", header: t("panel:problems.column"), cell: ({ column }) => column ?? "" },
          { key: "value", header: t("panel:problems.value"), cell: ({ value }) => value },
          {
            key: "reason",
            header: t("panel:problems.reason"),
            cell: ({ reason, limit }) => t(`panel:problems.reasons.${reason}`, { limit }),
          },
        ]}
      />
      {problems.length < total && <p>{t("panel:problems.more", { problems: total - problems.length })}</p>}
    </Notice>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { QueueRow, SheetState } from "./queue-row.ts";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { paths } from "#app/paths.ts";

export const stateTones: Readonly<Record<SheetState, Tone>> = {
  assigned: "neutral",
  draft: "info",
  complete: "warning",
  submitted: "success",
};

export function QueueTable({ rows, maximum }: { readonly rows: readonly QueueRow[]; readonly maximum: string }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("reviewer:queue.caption")}
      rows={rows}
      rowKey={({ reviewId }) => reviewId}
      columns={[
        { key: "order", header: t("reviewer:queue.order"), cell: ({ order }) => order, align: "end" },
        {
          key: "evaluationNumber",
          header: t("reviewer:queue.evaluationNumber"),
          cell: ({ reviewId, evaluationNumber }) => <Link to={paths.review.desk(reviewId)}>{evaluationNumber}</Link>,
          rowHeader: true,
        },
        {
          key: "state",
          header: t("reviewer:queue.state"),
          cell: ({ state }) => <StatusTag tone={stateTones[state]}>{t(`reviewer:state.${state}`)}</StatusTag>,
        },
        {
          key: "total",
          header: t("reviewer:queue.total", { maximum }),
          cell: ({ total }) => total ?? t("reviewer:queue.noTotal"),
          align: "end",
        },
      ]}
    />
  );
}

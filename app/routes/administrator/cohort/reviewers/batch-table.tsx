import { useTranslation } from "react-i18next";
import type { PanelData } from "./panel-data.server.ts";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

/** Every assignment that was made, with the seed by which it can be repeated. */
export function BatchTable({ batches }: Pick<PanelData, "batches">) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("panel:batches.caption")}
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "at",
          header: t("panel:batches.at"),
          cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
          rowHeader: true,
        },
        { key: "by", header: t("panel:batches.by"), cell: ({ by }) => by ?? t("common:answer.none") },
        { key: "added", header: t("panel:assignment.newReviews"), cell: ({ added }) => added, align: "end" },
        { key: "seed", header: t("panel:assignment.seed"), cell: ({ seed }) => <code className="code">{seed}</code> },
      ]}
    />
  );
}

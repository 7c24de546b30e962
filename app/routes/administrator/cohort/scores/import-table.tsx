import { useTranslation } from "react-i18next";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type ImportTableProps = {
  readonly imports: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly rowCount: number;
    readonly createdAt: string;
    readonly by: string | null;
  }[];
};

/** The files of a stage; the newest is the one that counts. */
export function ImportTable({ imports }: ImportTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("panel:scores.importsCaption")}
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      empty={t("panel:scores.noImports")}
      columns={[
        {
          key: "at",
          header: t("panel:batches.at"),
          cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
          rowHeader: true,
        },
        { key: "file", header: t("panel:scores.file"), cell: ({ fileName }) => fileName },
        { key: "rows", header: t("panel:scores.rows"), cell: ({ rowCount }) => rowCount, align: "end" },
        { key: "by", header: t("panel:batches.by"), cell: ({ by }) => by ?? t("common:answer.none") },
        {
          key: "digest",
          header: t("panel:scores.digest"),
          cell: ({ sha256 }) => <code className="code">{sha256}</code>,
        },
      ]}
    />
  );
}

import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";

type Version = {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdByName: string | null;
};

type VersionTableProps = {
  readonly versions: readonly Version[];
  readonly cohortId: string;
  readonly current: string;
};

export function VersionTable({ versions, cohortId, current }: VersionTableProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:definition.versions")}>
      <DataTable
        caption={t("administrator:definition.versions")}
        captionHidden
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "version",
            header: t("administrator:definition.version"),
            rowHeader: true,
            cell: ({ id, version }) => (
              <>
                {version}{" "}
                {id === current && <StatusTag tone="success">{t("administrator:definition.inUse")}</StatusTag>}
              </>
            ),
          },
          {
            key: "when",
            header: t("administrator:definition.madeAt"),
            cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
          },
          {
            key: "who",
            header: t("administrator:definition.madeBy"),
            cell: ({ createdByName }) => createdByName ?? t("administrator:system"),
          },
          {
            key: "reason",
            header: t("administrator:definition.reason"),
            cell: ({ reason }) => reason || t("administrator:definition.firstVersion"),
          },
          { key: "sha256", header: "SHA-256", cell: ({ sha256 }) => <span className="code">{sha256}</span> },
          {
            key: "download",
            header: t("common:action.download"),
            cell: ({ id, version }) => (
              <a href={paths.manage.definitionJson(cohortId, id)} download>
                {t("administrator:definition.download", { version })}
              </a>
            ),
          },
        ]}
      />
    </SectionCard>
  );
}

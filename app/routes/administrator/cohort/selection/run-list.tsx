import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";
import { runTones } from "../run/run-tones.ts";

export type RunRow = {
  readonly id: string;
  readonly kind: "tryout" | "official";
  readonly status: keyof typeof runTones;
  readonly digest: string;
  readonly createdAt: string;
  readonly createdByName: string | null;
};

export function RunList({ cohortId, runs }: { readonly cohortId: string; readonly runs: readonly RunRow[] }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("selection:runs.title")}>
      <DataTable
        caption={t("selection:runs.caption")}
        captionHidden
        rows={runs}
        rowKey={({ id }) => id}
        empty={t("selection:runs.none")}
        columns={[
          {
            key: "when",
            header: t("selection:runs.when"),
            rowHeader: true,
            cell: ({ id, createdAt }) => (
              <Link to={paths.manage.run(cohortId, id)}>
                <TimeStamp value={createdAt} as="seconds" />
              </Link>
            ),
          },
          { key: "kind", header: t("selection:runs.kind"), cell: ({ kind }) => t(`selection:runKind.${kind}`) },
          {
            key: "status",
            header: t("selection:runs.status"),
            cell: ({ status }) => <StatusTag tone={runTones[status]}>{t(`selection:runStatus.${status}`)}</StatusTag>,
          },
          {
            key: "who",
            header: t("selection:runs.by"),
            cell: (run) => run.createdByName ?? t("selection:runs.system"),
          },
          {
            key: "digest",
            header: t("selection:digest"),
            cell: ({ digest }) => (
              <span className="code" title={digest}>
                {digest.slice(0, 16)}…
              </span>
            ),
          },
        ]}
      />
    </SectionCard>
  );
}

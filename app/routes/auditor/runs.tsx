import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";
import { pageMeta } from "#app/routes/administrator/page-meta.ts";
import { reads } from "#app/runtime.server.ts";
import { listDefinitionVersions } from "#db/queries/definition-versions.ts";
import { listSelectionRuns } from "#db/queries/selection-runs.ts";
import { requireAuditedCohort } from "./audited-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, name, t, titleOf } = await requireAuditedCohort({ request, params });
  const [runs, versions] = await Promise.all([
    listSelectionRuns(reads, cohort.id),
    listDefinitionVersions(reads, cohort.id),
  ]);
  return {
    title: titleOf(t("auditor:runs.title")),
    name,
    cohortId: cohort.id,
    runs: runs.map((run) => ({
      ...run,
      version: versions.find(({ id }) => id === run.definitionId)?.version ?? null,
    })),
  };
}

const tones: Readonly<Record<string, Tone>> = {
  stopped: "warning",
  complete: "info",
  approved: "success",
  published: "success",
  superseded: "neutral",
};

export default function Runs() {
  const { t } = useTranslation();
  const { name, cohortId, runs } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("auditor:runs.title")}
        lead={name}
        breadcrumbs={[{ label: t("auditor:home.title"), to: paths.audit.home() }, { label: t("auditor:runs.title") }]}
      />
      <p>{t("auditor:runs.explanation")}</p>
      <DataTable
        caption={t("auditor:runs.caption")}
        empty={t("auditor:runs.none")}
        dense
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "when",
            header: t("auditor:runs.at"),
            rowHeader: true,
            cell: ({ createdAt }) => <TimeStamp value={createdAt} as="seconds" />,
          },
          { key: "kind", header: t("auditor:runs.kind"), cell: ({ kind }) => t(`auditor:runs.kinds.${kind}`) },
          {
            key: "status",
            header: t("auditor:runs.status"),
            cell: ({ status }) => (
              <StatusTag tone={tones[status] ?? "neutral"}>{t(`auditor:runs.statuses.${status}`)}</StatusTag>
            ),
          },
          {
            key: "rule",
            header: t("auditor:runs.rule"),
            cell: ({ definitionId, version }) => (
              <a href={paths.manage.definitionJson(cohortId, definitionId)} download>
                {t("auditor:runs.version", { version: version ?? "" })}
              </a>
            ),
          },
          { key: "engine", header: t("auditor:runs.engine"), cell: ({ engineVersion }) => engineVersion },
          {
            key: "digest",
            header: t("auditor:runs.digest"),
            cell: ({ digest }) => <span className="code">{digest}</span>,
          },
          {
            key: "by",
            header: t("auditor:runs.by"),
            cell: ({ createdByName }) => createdByName ?? t("auditor:role.system"),
          },
          {
            key: "approved",
            header: t("auditor:runs.approved"),
            cell: ({ approvedByName, approvedAt }) =>
              approvedAt && (
                <>
                  {approvedByName} <TimeStamp value={approvedAt} as="seconds" />
                </>
              ),
          },
          { key: "id", header: t("auditor:runs.id"), cell: ({ id }) => <span className="code small">{id}</span> },
        ]}
      />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireRole } from "#app/auth/guards.server.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { forbidden } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { pageMeta } from "#app/routes/administrator/page-meta.ts";
import { PhaseTag } from "#app/routes/administrator/phase-tag.tsx";
import { reads } from "#app/runtime.server.ts";
import { getAcademy } from "#db/queries/academies.ts";
import { countApplicationsOfAcademy } from "#db/queries/cohort-overview.ts";
import { listCohortsOfAcademy } from "#db/queries/cohorts.ts";

export const meta = pageMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const { academyId } = await requireRole(request, "auditor", "administrator");
  if (academyId === null) throw forbidden();
  const language = languageOf(request);
  const t = translator(language);
  const [academy, cohorts, counts] = await Promise.all([
    getAcademy(reads, academyId),
    listCohortsOfAcademy(reads, academyId),
    countApplicationsOfAcademy(reads, academyId),
  ]);
  return {
    title: t("common:site.title", { page: t("auditor:home.title") }),
    academy: language === "ko" ? academy.nameKo : academy.nameEn,
    cohorts: cohorts.map(({ id, phase, seats, definitionId, titleKo, titleEn }) => ({
      id,
      phase,
      seats,
      definitionId,
      name: language === "ko" ? titleKo : titleEn,
      applications: counts.get(id)?.submitted ?? 0,
    })),
  };
}

export default function AuditHome() {
  const { t } = useTranslation();
  const { academy, cohorts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("auditor:home.title")} lead={academy} />
      <p>{t("auditor:home.readOnly")}</p>
      <DataTable
        caption={t("auditor:home.cohorts")}
        rows={cohorts}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("auditor:home.cohort"), rowHeader: true, cell: ({ name }) => name },
          { key: "phase", header: t("auditor:home.phase"), cell: ({ phase }) => <PhaseTag phase={phase} /> },
          {
            key: "applications",
            header: t("auditor:home.applications"),
            align: "end",
            cell: ({ applications }) => formatNumber(applications),
          },
          { key: "seats", header: t("auditor:home.seats"), align: "end", cell: ({ seats }) => formatNumber(seats) },
          {
            key: "records",
            header: t("auditor:home.records"),
            cell: ({ id, definitionId, name }) => (
              <span className="actions">
                <Link to={paths.audit.runs(id)} aria-label={`${t("auditor:runs.title")}, ${name}`}>
                  {t("auditor:runs.title")}
                </Link>
                <Link to={paths.audit.log(id)} aria-label={`${t("auditor:log.title")}, ${name}`}>
                  {t("auditor:log.title")}
                </Link>
                <a
                  href={paths.manage.definitionJson(id, definitionId)}
                  download
                  aria-label={`${t("auditor:home.definition")}, ${name}`}
                >
                  {t("auditor:home.definition")}
                </a>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

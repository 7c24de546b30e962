import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SideLayout } from "#app/components/layout/side-layout.tsx";
import { SideNav, type SideNavSection } from "#app/components/layout/side-nav.tsx";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { StageStatusTag } from "./stage-status-tag.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language } = await requireManagedCohort({ request, params });
  const [definition, stages] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    listStagesOfCohort(reads, cohort.id),
  ]);
  return {
    cohortId: cohort.id,
    name: text(definition.shortTitle, language),
    stages: stages.map(({ stageKey, status }) => ({
      stageKey,
      status,
      title: text(stageByKey(definition, stageKey)?.title, language) || stageKey,
    })),
  };
}

export default function CohortLayout() {
  const { t } = useTranslation();
  const { cohortId, name, stages } = useLoaderData<typeof loader>();
  const { manage } = paths;
  const sections: readonly SideNavSection[] = [
    {
      title: name,
      links: [
        { to: manage.cohort(cohortId), label: t("administrator:nav.overview"), end: true },
        { to: manage.applications(cohortId), label: t("administrator:nav.applications") },
        { to: manage.documents(cohortId), label: t("administrator:nav.documents") },
        { to: manage.extensions(cohortId), label: t("administrator:nav.extensions") },
      ],
    },
    {
      title: t("administrator:nav.stages"),
      links: stages.map(({ stageKey, status, title }) => ({
        to: manage.stage(cohortId, stageKey),
        label: (
          <span>
            {title} <StageStatusTag status={status} />
          </span>
        ),
      })),
    },
    {
      title: t("administrator:nav.results"),
      links: [
        { to: manage.selection(cohortId), label: t("administrator:nav.selection") },
        { to: manage.decisions(cohortId), label: t("administrator:nav.decisions") },
        { to: manage.seats(cohortId), label: t("administrator:nav.seats") },
        { to: manage.appeals(cohortId), label: t("administrator:nav.appeals") },
        { to: manage.messages(cohortId), label: t("administrator:nav.messages") },
      ],
    },
    {
      title: t("administrator:nav.records"),
      links: [
        { to: manage.definition(cohortId), label: t("administrator:nav.definition") },
        { to: manage.attachments(cohortId), label: t("administrator:nav.attachments") },
        { to: manage.dataRequests(cohortId), label: t("administrator:nav.dataRequests") },
        { to: manage.auditLog(cohortId), label: t("administrator:nav.auditLog") },
      ],
    },
  ];
  return (
    <SideLayout side={<SideNav label={name} sections={sections} />}>
      <Outlet />
    </SideLayout>
  );
}

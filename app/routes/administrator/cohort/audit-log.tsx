import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { LogPage } from "#app/routes/auditor/log-page.tsx";
import { checkChain, logPageOf } from "#app/routes/auditor/log-page.server.ts";
import { pageMeta } from "../page-meta.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, t, titleOf } = await requireManagedCohort({ request, params });
  return { title: titleOf(t("administrator:nav.auditLog")), page: await logPageOf(request, cohort.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { cohort } = await requireManagedCohort({ request, params });
  return checkChain(request, cohort.id);
}

export default function CohortAuditLog() {
  const { t } = useTranslation();
  const { page } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("administrator:nav.auditLog")} lead={t("auditor:log.lead")} />
      <LogPage {...page} checked={checked} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { pageMeta } from "#app/routes/administrator/page-meta.ts";
import { paths } from "#app/paths.ts";
import { requireAuditedCohort } from "./audited-cohort.server.ts";
import { LogPage } from "./log-page.tsx";
import { checkChain, logPageOf } from "./log-page.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, name, t, titleOf } = await requireAuditedCohort({ request, params });
  return { title: titleOf(t("auditor:log.title")), name, page: await logPageOf(request, cohort.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { cohort } = await requireAuditedCohort({ request, params });
  return checkChain(request, cohort.id);
}

export default function AuditLog() {
  const { t } = useTranslation();
  const { name, page } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("auditor:log.title")}
        lead={name}
        breadcrumbs={[{ label: t("auditor:home.title"), to: paths.audit.home() }, { label: t("auditor:log.title") }]}
      />
      <LogPage {...page} checked={checked} />
    </>
  );
}

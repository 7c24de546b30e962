import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageMeta } from "../page-meta.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { AssignmentCard } from "./reviewers/assignment-card.tsx";
import { BatchTable } from "./reviewers/batch-table.tsx";
import { MemberForm } from "./reviewers/member-form.tsx";
import { actOnPanel } from "./reviewers/panel-action.server.ts";
import { panelData } from "./reviewers/panel-data.server.ts";
import { PanelTable } from "./reviewers/panel-table.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { param } from "#app/http/params.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { findStageContext } from "#app/use-cases/stage-context.ts";

export const meta = pageMeta;

const notices = ["added", "removed", "assigned", "nothing", "running"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const context = await findStageContext(reads, { cohortId: cohort.id, stageKey: param(params, "stageKey") });
  if (!context) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    title: titleOf(t("panel:title")),
    notice: notices.find((notice) => notice === searchParams.get("notice")) ?? null,
    reviews: Number(searchParams.get("reviews") ?? 0),
    ...(await panelData(reads, context, { language, preview: searchParams.has("preview") })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort } = await requireManagedCohort({ request, params });
  const stageKey = param(params, "stageKey");
  const form = await readFormData(request);
  const answer = await actOnPanel(actor, { cohortId: cohort.id, stageKey, form, now: context.arrivedAt });
  if (answer.ok) return redirect(`${paths.manage.reviewers(cohort.id, stageKey)}?${answer.value}`);
  if (answer.refusal === "not-yours") throw notFound();
  return data({ refusal: answer.refusal }, { status: answer.refusal === "invalid" ? 400 : 409 });
}

export default function ReviewersPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("panel:title")}
        lead={page.stage}
        breadcrumbs={[{ label: page.stage, to: page.stagePath }, { label: t("panel:title") }]}
      />
      {answer && <ErrorSummary errors={[{ message: t(`panel:refusal.${answer.refusal}`) }]} />}
      {!answer && page.notice && (
        <Notice tone={page.notice === "running" ? "info" : "success"} role="status">
          {t(`panel:notice.${page.notice}`, { reviews: page.reviews })}
          {page.notice === "running" && (
            <p>
              <a href="?">{t("panel:reload")}</a>
            </p>
          )}
        </Notice>
      )}
      {page.isImported ? (
        <Notice>{t("panel:imported")}</Notice>
      ) : (
        <>
          <SectionCard title={t("panel:pool.title")}>
            <PanelTable page={page} />
          </SectionCard>
          {page.mayChange && (
            <SectionCard title={t("panel:pool.add")}>
              <MemberForm page={page} />
            </SectionCard>
          )}
          <AssignmentCard page={page} />
          {page.batches.length > 0 && (
            <SectionCard title={t("panel:batches.title")}>
              <BatchTable batches={page.batches} />
            </SectionCard>
          )}
        </>
      )}
    </>
  );
}

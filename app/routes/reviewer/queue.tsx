import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageMeta } from "./page-meta.ts";
import { queueRow, sheetStates } from "./queue/queue-row.ts";
import { QueueTable } from "./queue/queue-table.tsx";
import { requireReviewerStage } from "./reviewer-stage.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { FilterBar } from "#app/components/table/filter-bar.tsx";
import { pointsText, rubricOf } from "#app/domain/review/rubric.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { submitCompleteReviews } from "#app/use-cases/submit-review.ts";
import { listQueue } from "#db/queries/review-queue.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const stage = await requireReviewerStage({ request, params });
  const { cohortId, stageKey, actor, t } = stage;
  if (!stage.isDeclared) throw redirect(paths.review.conflicts(cohortId, stageKey));
  const { searchParams } = new URL(request.url);
  const wanted = sheetStates.find((state) => state === searchParams.get("state"));
  const rubric = rubricOf(stage.rule);
  const queue = await listQueue(reads, { cohortId, stageKey, reviewerId: actor.accountId });
  const rows = queue.map((entry, index) => queueRow(entry, { rubric, order: index + 1 }));
  return {
    title: stage.titleOf(t("reviewer:queue.title")),
    cohort: stage.cohortTitle,
    stage: stage.stageTitle,
    isOpen: stage.stage.status === "open",
    conflicts: paths.review.conflicts(cohortId, stageKey),
    maximum: pointsText(rubric.maxHundredths),
    filter: wanted ?? null,
    submittedNow: Number(searchParams.get("submitted") ?? 0),
    total: rows.length,
    submitted: rows.filter(({ state }) => state === "submitted").length,
    complete: rows.filter(({ state }) => state === "complete").length,
    next: rows.find(({ state }) => state === "assigned" || state === "draft")?.reviewId ?? null,
    rows: wanted ? rows.filter(({ state }) => state === wanted) : rows,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohortId, stageKey } = await requireReviewerStage({ request, params });
  await readFormData(request);
  const submitted = await submitCompleteReviews(db, actor, { cohortId, stageKey, now: context.arrivedAt });
  if (submitted.ok) return redirect(`${paths.review.queue(cohortId, stageKey)}?submitted=${submitted.value.submitted}`);
  if (submitted.refusal === "not-yours") throw notFound();
  return data({ refusal: submitted.refusal }, { status: 409 });
}

export default function QueuePage() {
  const { t } = useTranslation();
  const queue = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("reviewer:queue.title")}
        lead={`${queue.cohort} · ${queue.stage}`}
        breadcrumbs={[
          { label: t("reviewer:home.title"), to: paths.review.home() },
          { label: t("reviewer:queue.title") },
        ]}
        actions={
          <>
            {queue.isOpen && queue.next && (
              <LinkButton to={paths.review.desk(queue.next)}>{t("reviewer:queue.continue")}</LinkButton>
            )}
            <LinkButton to={queue.conflicts} variant="secondary">
              {t("reviewer:queue.conflicts")}
            </LinkButton>
          </>
        }
      />
      {answer && <ErrorSummary errors={[{ message: t(`reviewer:refusal.${answer.refusal}`) }]} />}
      {!answer && queue.submittedNow > 0 && (
        <Notice tone="success" role="status">
          {t("reviewer:queue.submittedNow", { reviews: queue.submittedNow })}
        </Notice>
      )}
      {!queue.isOpen && <Notice>{t("reviewer:queue.closed")}</Notice>}
      {queue.total === 0 ? (
        <EmptyState title={t("reviewer:queue.empty")}>{t("reviewer:queue.emptyHelp")}</EmptyState>
      ) : (
        <>
          <ProgressBar label={t("reviewer:queue.progress")} done={queue.submitted} total={queue.total} />
          {queue.isOpen && queue.complete > 0 && (
            <ConfirmBox
              variant="primary"
              label={t("reviewer:queue.submitAll", { reviews: queue.complete })}
              explanation={<p>{t("reviewer:queue.submitAllExplanation", { reviews: queue.complete })}</p>}
              confirmLabel={t("reviewer:queue.submitAllConfirm")}
              intent="submit-all"
            />
          )}
          <FilterBar clearHref="?" active={queue.filter ? 1 : 0}>
            <SelectField
              name="state"
              label={t("reviewer:queue.state")}
              empty={t("reviewer:queue.all")}
              options={sheetStates.map((state) => ({ value: state, label: t(`reviewer:state.${state}`) }))}
              defaultValue={queue.filter ?? ""}
            />
          </FilterBar>
          <QueueTable rows={queue.rows} maximum={queue.maximum} />
        </>
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { doInWorker } from "#app/http/jobs.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { instantOfSeoulInput, seoulInputValue } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { hasChangedSince } from "#app/use-cases/changed-since-run.ts";
import { publishDecisions } from "#app/use-cases/publish-decisions.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listOpenJobs } from "#db/queries/jobs.ts";
import { reconcile } from "#db/queries/reconciliation.ts";
import { findOfficialRun, findSelectionRun } from "#db/queries/selection-runs.ts";
import { pageMeta } from "../page-meta.ts";
import { answerAct, answerJob, refused } from "./act-answer.server.ts";
import { PublishActs } from "./decisions/publish-acts.tsx";
import { ReconciliationTable } from "./decisions/reconciliation-table.tsx";
import { DoneNotice } from "./done-notice.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const [definition, head, reconciliation, jobs] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    findOfficialRun(reads, cohort.id),
    reconcile(reads, cohort.id),
    listOpenJobs(reads, cohort.id),
  ]);
  const run = head?.status === "approved" ? await findSelectionRun(reads, head.id) : undefined;
  const { confirmBy } = definition.acceptance;
  const result = findEvent(definition, "finalResult");
  const counted = run?.result.status === "complete" ? run.result : undefined;
  const undecided = reconciliation.lines.find(({ outcome }) => outcome.kind === "undecided")?.people ?? 0;
  const isTold = (kind: string) => !["excluded", "withdrawn", "undecided"].includes(kind);
  return {
    title: titleOf(t("selection:decisions.title")),
    cohortId: cohort.id,
    publishedAt: head?.status === "published" ? head.publishedAt : null,
    publication: run &&
      counted && {
        runId: run.id,
        counts: {
          selected: counted.selected.length,
          reserve: counted.reserves.length,
          notSelected: undecided - counted.selected.length - counted.reserves.length,
        },
        confirmBy,
        isTooLate: new Date(confirmBy) <= context.arrivedAt,
        hasChanged: await hasChangedSince(reads, { cohort, run }),
        publishAt: run.publishAt,
        suggestedAt: result ? seoulInputValue(new Date(result.start)) : "",
      },
    reconciliation: {
      ...reconciliation,
      lines: undefined,
      rows: reconciliation.lines.map(({ outcome, ...counts }) => ({
        key: outcome.kind === "not_passed" ? outcome.stageKey : outcome.kind,
        outcome: outcome.kind,
        stage: outcome.kind === "not_passed" ? text(stageByKey(definition, outcome.stageKey)?.title, language) : null,
        publishedAt: outcome.kind === "not_passed" ? outcome.publishedAt : null,
        hasMessage: isTold(outcome.kind),
        ...counts,
      })),
    },
    isWorking: jobs.some(({ kind }) => kind === "publish_decisions"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const intent = form.get("intent");
  const cohortId = cohort.id;
  const path = paths.manage.decisions(cohortId);
  if (intent === "publish") {
    const answer = await doInWorker(actor, { kind: "publish_decisions", cohortId, payload: {} });
    return answerJob(answer, { t, path, intent, form });
  }
  if (intent !== "schedule") throw notFound();
  const hour = form.get("publishAt");
  const publishAt = typeof hour === "string" ? instantOfSeoulInput(hour) : undefined;
  if (!publishAt || publishAt <= context.arrivedAt) {
    return refused(t("selection:refusal.hour-not-ahead"), { intent, form, status: 400 });
  }
  const scheduled = { cohortId, publishAt: publishAt.toISOString(), now: context.arrivedAt };
  return answerAct(await publishDecisions(db, actor, scheduled), { t, path, intent, form });
}

export default function Decisions() {
  const { t } = useTranslation();
  const { cohortId, publishedAt, publication, reconciliation, isWorking } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={t("selection:decisions.title")} lead={t("selection:decisions.lead")} />
      {answer && (
        <Notice tone="danger" role="alert" title={t("selection:refused")}>
          {answer.refusal}
        </Notice>
      )}
      <DoneNotice area="decisions" isWorking={isWorking} />
      {publishedAt !== null && (
        <Notice tone="success" title={t("selection:decisions.published")}>
          <TimeStamp value={publishedAt} as="seconds" />
        </Notice>
      )}
      {publication && <PublishActs cohortId={cohortId} {...publication} refused={answer} />}
      {!publication && publishedAt === null && (
        <EmptyState
          title={t("selection:decisions.notYet")}
          action={<LinkButton to={paths.manage.selection(cohortId)}>{t("selection:decisions.toSelection")}</LinkButton>}
        >
          <p>{t("selection:decisions.notYetHelp")}</p>
        </EmptyState>
      )}
      <ReconciliationTable {...reconciliation} isPublished={publishedAt !== null} />
    </>
  );
}

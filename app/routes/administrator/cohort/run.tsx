import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Stat, Stats } from "#app/components/stat.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { can } from "#app/domain/access/policy.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { doInWorker } from "#app/http/jobs.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { hasChangedSince } from "#app/use-cases/changed-since-run.ts";
import type { Replay } from "#app/use-cases/replay-selection.ts";
import { getDefinitionVersion } from "#db/queries/definition-versions.ts";
import { findSelectionRun, listSelectionRuns } from "#db/queries/selection-runs.ts";
import { pageMeta } from "../page-meta.ts";
import { answerAct, answerJob } from "./act-answer.server.ts";
import { DoneNotice } from "./done-notice.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { pageNumberOf } from "./page-number.ts";
import { Approval } from "./run/approval.tsx";
import { OrderTable } from "./run/order-table.tsx";
import { OutcomeByTrack, Quotas } from "./run/outcome-by-track.tsx";
import { RunComparison } from "./run/run-comparison.tsx";
import { RunRecord } from "./run/run-record.tsx";
import { runTones } from "./run/run-tones.ts";
import { comparisonWith, explanationOf, orderLines, quotasOf, tracksOf } from "./run/run-view.server.ts";

export const meta = pageMeta;

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const run = await findSelectionRun(reads, param(params, "runId"));
  if (!run || run.cohortId !== cohort.id) throw notFound();
  const version = await getDefinitionVersion(reads, run.definitionId);
  const around = { definition: version.definition, language, t };
  const search = new URL(request.url).searchParams;
  const page = pageNumberOf(search);
  const runs = await listSelectionRuns(reads, cohort.id);
  const { input, result } = run;
  const complete = result.status === "complete" ? { input, result } : null;
  const before = runs
    .slice(runs.findIndex(({ id }) => id === run.id) + 1)
    .find(({ digest, status }) => status !== "stopped" && digest !== "");
  const awaits = run.kind === "official" && run.status === "complete";
  const explained = search.get("explain");
  const address = paths.manage.run(cohort.id, run.id);
  return {
    title: titleOf(t("selection:run.title")),
    cohortId: cohort.id,
    status: run.status,
    record: {
      kind: run.kind,
      digest: run.digest,
      engineVersion: run.engineVersion,
      definitionVersion: version.version,
      createdAt: run.createdAt,
      createdByName: run.createdByName,
      approvedAt: run.approvedAt,
      approvedByName: run.approvedByName,
      publishedAt: run.publishedAt,
      downloads: { input: `${address}/input.json`, result: `${address}/result.json` },
    },
    isNewest: runs.find(({ kind, status }) => kind === "official" && status !== "superseded")?.id === run.id,
    mayApprove: can(actor, "selection:approve", { academyId: cohort.academyId, firstBy: run.createdBy }),
    hasChanged: awaits && (await hasChangedSince(reads, { cohort, run })),
    counts: complete
      ? {
          people: input.people.length,
          selected: complete.result.selected.length,
          reserve: complete.result.reserves.length,
        }
      : { people: input.people.length, selected: 0, reserve: 0 },
    seats: complete?.result.seats ?? input.rule.tracks.reduce((sum, { seats }) => sum + seats, 0),
    tie:
      result.status === "stopped"
        ? {
            where: result.tie.where,
            group: result.tie.group.join(", "),
            track: text(version.definition.tracks.find(({ id }) => id === result.tie.track)?.title, language),
          }
        : null,
    found: complete && {
      tracks: tracksOf(complete, around),
      quotas: quotasOf(complete, around),
      order: orderLines(complete, around, { page, pageSize: PAGE_SIZE }),
      ordered: complete.result.order.length,
      explanation: explained === null ? null : explanationOf(complete, Number(explained), around),
      comparison: comparisonWith(run, before && (await findSelectionRun(reads, before.id)), around),
    },
    page,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const intent = form.get("intent");
  const runId = param(params, "runId");
  const cohortId = cohort.id;
  const answered = { t, path: paths.manage.run(cohortId, runId), intent: String(intent), form };
  if (intent === "approve")
    return answerAct(await approveSelection(db, actor, { cohortId, runId, now: context.arrivedAt }), answered);
  if (intent !== "replay") throw notFound();
  const answer = await doInWorker(actor, { kind: "replay_selection", cohortId, payload: { runId } });
  if (answer.status === "running") return answerJob(answer, answered);
  if (answer.status === "refused") throw notFound();
  return data({ replay: answer.result as Replay });
}

export default function Run() {
  const { t } = useTranslation();
  const run = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { counts, found, tie } = run;
  return (
    <>
      <PageHeader
        title={t("selection:run.title")}
        breadcrumbs={[
          { label: t("selection:selection.title"), to: paths.manage.selection(run.cohortId) },
          { label: t("selection:run.title") },
        ]}
        tag={<StatusTag tone={runTones[run.status]}>{t(`selection:runStatus.${run.status}`)}</StatusTag>}
      />
      {answer && "refusal" in answer && (
        <Notice tone="danger" role="alert" title={t("selection:refused")}>
          {answer.refusal}
        </Notice>
      )}
      {answer && "replay" in answer && (
        <Notice tone={answer.replay.equal ? "success" : "danger"} role="status">
          {answer.replay.difference === null
            ? t("selection:run.replayEqual")
            : t("selection:run.replayDiffers", answer.replay.difference)}
        </Notice>
      )}
      <DoneNotice area="run" isWorking={false} />
      {tie && (
        <Notice tone="warning" title={t("selection:run.stopped")}>
          <p>{t(`selection:tie.where.${tie.where}`, { track: tie.track })}</p>
          <p>{tie.group}</p>
        </Notice>
      )}
      <Stats>
        <Stat value={formatNumber(counts.people)} label={t("selection:run.people")} />
        <Stat value={formatNumber(run.seats)} label={t("selection:seats.sum")} />
        <Stat value={formatNumber(counts.selected)} label={t("selection:decision.selected")} />
        <Stat value={formatNumber(counts.reserve)} label={t("selection:decision.reserve")} />
      </Stats>
      <Approval {...run} kind={run.record.kind} />
      {found && <OutcomeByTrack tracks={found.tracks} />}
      {found && <Quotas {...found.quotas} />}
      {found?.explanation && (
        <SectionCard
          id="explanation"
          title={t("selection:run.explanation", { number: found.explanation.applicationNo })}
        >
          <ul>
            {found.explanation.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </SectionCard>
      )}
      {found && <OrderTable rows={found.order} total={found.ordered} page={run.page} pageSize={PAGE_SIZE} />}
      {found?.comparison && <RunComparison {...found.comparison} />}
      <RunRecord {...run.record} />
    </>
  );
}

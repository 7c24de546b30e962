import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Stat, Stats } from "#app/components/stat.tsx";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { stageOutcomes, type StageOutcome } from "#app/domain/cohort/stage-status.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { isImported } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { seoulInputValue } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { findStageContext } from "#app/use-cases/stage-context.ts";
import { countRunningExtensions } from "#db/queries/extensions.ts";
import { listOpenJobs } from "#db/queries/jobs.ts";
import { countStageOutcomes, listStageEntriesOfPage } from "#db/queries/stage-entries.ts";
import { listUndecidedFlags } from "#db/queries/stage-inputs.ts";
import { findStageSigners } from "#db/queries/stages.ts";
import { pageMeta } from "../page-meta.ts";
import { DoneNotice } from "./done-notice.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { pageNumberOf } from "./page-number.ts";
import { StageStatusTag } from "./stage-status-tag.tsx";
import { CutLines } from "./stage/cut-lines.tsx";
import { EntriesTable } from "./stage/entries-table.tsx";
import { entryRow } from "./stage/entry-row.server.ts";
import { StageActs } from "./stage/stage-acts.tsx";
import { stageAction } from "./stage/stage-action.server.ts";
import { StageRecord } from "./stage/stage-record.tsx";

export const meta = pageMeta;
export const action = stageAction;

const PAGE_SIZE = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort, language, titleOf } = await requireManagedCohort({ request, params });
  const found = await findStageContext(reads, { cohortId: cohort.id, stageKey: param(params, "stageKey") });
  if (!found) throw notFound();
  const { definition, rule, stage, previous, nextRule } = found;
  const { stageKey } = stage;
  const search = new URL(request.url).searchParams;
  const page = pageNumberOf(search);
  const outcome = stageOutcomes.find((each) => each === search.get("outcome"));
  const track = definition.tracks.find(({ id }) => id === search.get("track"))?.id;
  const ofStage = { cohortId: cohort.id, stageKey };
  const isFirstWaiting = previous === undefined && stage.status === "waiting";
  const [entries, counts, signers, flags, jobs, extensionsEnding] = await Promise.all([
    listStageEntriesOfPage(reads, { ...ofStage, outcome, track, page, pageSize: PAGE_SIZE }),
    countStageOutcomes(reads, cohort.id),
    findStageSigners(reads, stage),
    listUndecidedFlags(reads, cohort.id),
    listOpenJobs(reads, cohort.id),
    isFirstWaiting ? countRunningExtensions(reads, { cohortId: cohort.id, now: context.arrivedAt }) : 0,
  ]);
  const countOf = (each: StageOutcome) =>
    counts.find((count) => count.stageKey === stageKey && count.outcome === each)?.entries ?? 0;
  const tracks = definition.tracks.map(({ id, title }) => ({ id, title: text(title, language) }));
  const titleOfTrack = (id: string) => tracks.find((each) => each.id === id)?.title ?? id;
  const result = findEvent(definition, `${stageKey}Result`) ?? findEvent(definition, nextRule?.id ?? "");
  return {
    title: titleOf(text(rule.title, language)),
    cohortId: cohort.id,
    stageKey,
    name: text(rule.title, language),
    isImported: isImported(rule),
    isLast: nextRule === undefined,
    record: { ...stage, closedBy: signers.closedBy, approvedBy: signers.approvedBy, result: undefined },
    counts: stageOutcomes.map((each) => ({ outcome: each, entries: countOf(each) })),
    result: stage.result && {
      reviewCounts: stage.result.reviewCounts,
      tracks: stage.result.tracks.map((each) => ({ ...each, title: titleOfTrack(each.track) })),
    },
    mayOpen: previous ? previous.status === "published" : hasReached(cohort.phase, "closed"),
    mayApprove: can(actor, "stage:approve", { academyId: cohort.academyId, firstBy: stage.closedBy }),
    mayBeAbsent: rule.absent !== undefined && !isImported(rule),
    extensionsEnding,
    undecidedFlags: flags.length,
    suggestedAt: result ? seoulInputValue(new Date(result.start)) : "",
    isWorking: jobs.some(({ kind }) => kind === "close_stage" || kind === "publish_stage"),
    tracks,
    entries: {
      rows: entries.rows.map((entry) =>
        entryRow(entry, { definition, language, stageKey, track: titleOfTrack(entry.firstChoice) }),
      ),
      total: entries.total,
      page,
      pageSize: PAGE_SIZE,
      filter: { outcome, track },
    },
  };
}

export default function Stage() {
  const { t } = useTranslation();
  const stage = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cohortId, stageKey, record, counts } = stage;
  const entered = counts.reduce((sum, { entries }) => sum + entries, 0);
  const passed = counts.find(({ outcome }) => outcome === "passed")?.entries ?? 0;
  const inputs = stage.isImported
    ? { to: paths.manage.scores(cohortId, stageKey), label: t("selection:stage.toScores") }
    : { to: paths.manage.reviewers(cohortId, stageKey), label: t("selection:stage.toReviewers") };
  return (
    <>
      <PageHeader
        title={stage.name}
        tag={<StageStatusTag status={record.status} />}
        actions={
          <LinkButton to={inputs.to} variant="secondary">
            {inputs.label}
          </LinkButton>
        }
      />
      {answer && (
        <Notice tone="danger" role="alert" title={t("selection:refused")}>
          {answer.refusal}
        </Notice>
      )}
      <DoneNotice area="stage" isWorking={stage.isWorking} />
      {stage.undecidedFlags > 0 && record.status !== "published" && (
        <Notice tone="warning">{t("selection:stage.undecidedFlags", { flags: stage.undecidedFlags })}</Notice>
      )}
      <StageRecord {...record} />
      <Stats>
        <Stat value={formatNumber(entered)} label={t("selection:stage.entered")} />
        {counts
          .filter(({ entries }) => entries > 0)
          .map(({ outcome, entries }) => (
            <Stat key={outcome} value={formatNumber(entries)} label={t(`selection:outcome.${outcome}`)} />
          ))}
      </Stats>
      <StageActs
        status={record.status}
        isLast={stage.isLast}
        entered={entered}
        passed={passed}
        mayOpen={stage.mayOpen}
        extensionsPath={paths.manage.extensions(cohortId)}
        extensionsEnding={stage.extensionsEnding}
        mayApprove={stage.mayApprove}
        mayBeAbsent={stage.mayBeAbsent}
        suggestedAt={stage.suggestedAt}
        refused={answer}
      />
      {stage.result && <CutLines {...stage.result} />}
      {entered > 0 && <EntriesTable cohortId={cohortId} tracks={stage.tracks} {...stage.entries} />}
    </>
  );
}

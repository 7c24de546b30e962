import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listOpenJobs } from "#db/queries/jobs.ts";
import { listSeatAdditions } from "#db/queries/seat-additions.ts";
import { findSelectionRun, listSelectionRuns, type SelectionRunHead } from "#db/queries/selection-runs.ts";
import { countUndecidedClaims, listUndecidedFlags } from "#db/queries/stage-inputs.ts";
import { listStages } from "#db/queries/stages.ts";
import { listTieDecisions } from "#db/queries/tie-decisions.ts";
import { pageMeta } from "../page-meta.ts";
import { DoneNotice } from "./done-notice.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { SeatsCard, TieRecords } from "./selection/committee-records.tsx";
import { Preconditions } from "./selection/preconditions.tsx";
import { RunActs } from "./selection/run-acts.tsx";
import { RunList } from "./selection/run-list.tsx";
import { selectionAction } from "./selection/selection-action.server.ts";
import { TieForm } from "./selection/tie-form.tsx";

export const meta = pageMeta;
export const action = selectionAction;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const [definition, stages, runs, flags, undecidedClaims, additions, decisions, jobs] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    listStages(reads, cohort.id),
    listSelectionRuns(reads, cohort.id),
    listUndecidedFlags(reads, cohort.id),
    countUndecidedClaims(reads, cohort.id),
    listSeatAdditions(reads, cohort.id),
    listTieDecisions(reads, cohort.id),
    listOpenJobs(reads, cohort.id),
  ]);
  const titleOfTrack = (id: string) => text(definition.tracks.find((each) => each.id === id)?.title, language) || id;
  const isReady = (status: string) => status === "approved" || status === "published";
  const isConfirmed = hasReached(cohort.phase, "confirmed");
  const tie = await tieOf(runs[0]);
  return {
    title: titleOf(t("selection:selection.title")),
    cohortId: cohort.id,
    stages: stages.map(({ stageKey, status }) => ({
      stageKey,
      title: text(stageByKey(definition, stageKey)?.title, language),
      isReady: isReady(status),
    })),
    undecidedFlags: flags.length,
    undecidedClaims,
    mayTry: isReady(stages.at(-1)?.status ?? "waiting"),
    isPublished: hasReached(cohort.phase, "published"),
    supersedes: runs.some(({ kind, status }) => kind === "official" && status !== "superseded"),
    runs: runs.map(({ id, kind, status, digest, createdAt, createdByName }) => ({
      id,
      kind,
      status,
      digest,
      createdAt,
      createdByName,
    })),
    tie: tie && !isConfirmed ? { ...tie, track: titleOfTrack(tie.track) } : null,
    tieIsDecided: tie !== null && decisions.some(({ numbers }) => isSameGroup(numbers, tie.group)),
    decisions,
    tracks: definition.tracks.map(({ id, capacity }) => ({
      id,
      title: titleOfTrack(id),
      capacity,
      added: additions.filter(({ trackKey }) => trackKey === id).reduce((sum, { seats }) => sum + seats, 0),
    })),
    additions: additions.map(({ trackKey, decidedBy: _by, ...addition }) => ({
      ...addition,
      track: titleOfTrack(trackKey),
    })),
    maxPercent: definition.overAdmission?.allowed && !isConfirmed ? definition.overAdmission.maxPercent : null,
    isWorking: jobs.some(({ kind }) => kind === "run_selection"),
  };
}

/** The tie at which the newest run stopped. */
async function tieOf(head: SelectionRunHead | undefined) {
  if (head?.status !== "stopped") return null;
  const run = await findSelectionRun(reads, head.id);
  return run?.result.status === "stopped" ? { runId: run.id, ...run.result.tie } : null;
}

function isSameGroup(numbers: readonly string[], group: readonly string[]): boolean {
  return numbers.length === group.length && group.every((number) => numbers.includes(number));
}

export default function Selection() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cohortId, undecidedFlags, undecidedClaims, tie } = page;
  return (
    <>
      <PageHeader title={t("selection:selection.title")} lead={t("selection:selection.lead")} />
      {answer && (
        <Notice tone="danger" role="alert" title={t("selection:refused")}>
          {answer.refusal}
        </Notice>
      )}
      <DoneNotice area="selection" isWorking={page.isWorking} />
      {tie && page.tieIsDecided && <Notice>{t("selection:tie.runAgain")}</Notice>}
      {tie && !page.tieIsDecided && (
        <TieForm key={tie.runId} {...tie} typed={answer?.intent === "tie" ? answer.values : {}} />
      )}
      <Preconditions
        cohortId={cohortId}
        stages={page.stages}
        undecidedFlags={undecidedFlags}
        undecidedClaims={undecidedClaims}
      />
      <RunActs mayTry={page.mayTry} mayRun={!page.isPublished} supersedes={page.supersedes} />
      <RunList cohortId={cohortId} runs={page.runs} />
      <TieRecords decisions={page.decisions} />
      <SeatsCard
        tracks={page.tracks}
        additions={page.additions}
        maxPercent={page.maxPercent}
        typed={answer?.intent === "seats" ? answer.values : undefined}
      />
    </>
  );
}

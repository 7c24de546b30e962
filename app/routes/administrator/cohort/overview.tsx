import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Stat, Stats } from "#app/components/stat.tsx";
import { applicationStatuses } from "#app/domain/application/status.ts";
import { currentStage, nextStep } from "#app/domain/cohort/next-step.ts";
import { readyToOpen } from "#app/domain/cohort/ready-to-open.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { closeCohort } from "#app/use-cases/close-cohort.ts";
import { openCohort } from "#app/use-cases/open-cohort.ts";
import { countByFirstChoice, countByStatus, countStaff } from "#db/queries/cohort-overview.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { pageMeta } from "../page-meta.ts";
import { PhaseTag } from "../phase-tag.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { CalendarTable } from "./overview/calendar-table.tsx";
import { Funnel } from "./overview/funnel.tsx";
import { NextStepNotice } from "./overview/next-step-notice.tsx";
import { OpeningChecklist } from "./overview/opening-checklist.tsx";
import { stageProgressOf } from "./overview/stage-progress.server.ts";
import { StageProgress } from "./overview/stage-progress.tsx";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const now = context.arrivedAt;
  const ofCohort = { academyId: cohort.academyId, cohortId: cohort.id };
  const [definition, stages, byStatus, byTrack, staff] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    listStagesOfCohort(reads, cohort.id),
    countByStatus(reads, ofCohort),
    countByFirstChoice(reads, ofCohort),
    countStaff(reads, cohort.academyId),
  ]);
  const step = nextStep(definition, { phase: cohort.phase, stages, now });
  const stage = cohort.phase === "in_review" ? currentStage(stages) : undefined;
  const statusCount = new Map(byStatus.map(({ status, applications }) => [status, applications]));
  const trackCount = new Map(byTrack.map(({ track, applications }) => [track, applications]));
  return {
    title: titleOf(t("administrator:nav.overview")),
    cohort: { id: cohort.id, slug: cohort.slug, phase: cohort.phase, seats: cohort.seats },
    name: text(definition.title, language),
    now: now.toISOString(),
    step: {
      key: step.key,
      at: step.at?.toISOString() ?? null,
      stageKey: step.stageKey ?? null,
      stage: text(stageByKey(definition, step.stageKey ?? "")?.title, language),
    },
    statuses: applicationStatuses.map((status) => ({ status, applications: statusCount.get(status) ?? 0 })),
    tracks: definition.tracks.map(({ id, title, capacity }) => ({
      id,
      title: text(title, language),
      seats: capacity,
      applications: trackCount.get(id) ?? 0,
    })),
    events: definition.calendar.events.map(({ key, label, start, end }) => ({
      key,
      label: text(label, language),
      start,
      end: end ?? null,
    })),
    progress: stage ? await stageProgressOf({ cohortId: cohort.id, definition, stage, language }) : null,
    checklist: cohort.phase === "draft" ? readyToOpen(definition, staff, now) : null,
    mayClose: cohort.phase === "open" && now >= windowOf(definition, "application").end,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const intent = (await readFormData(request)).get("intent");
  const input = { cohortId: cohort.id, now: context.arrivedAt };
  const answer = intent === "close" ? await closeCohort(db, actor, input) : await openCohort(db, actor, input);
  if (answer.ok) return redirect(paths.manage.cohort(cohort.id));
  if (answer.refusal === "not-yours") throw notFound();
  return data({ refusal: refusalText(t, "administrator", answer.refusal) }, { status: 409 });
}

export default function Overview() {
  const { t } = useTranslation();
  const { cohort, name, now, step, statuses, tracks, events, progress, checklist, mayClose } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const numbered = statuses.filter(({ status }) => !["draft", "expired", "withdrawn"].includes(status));
  const applications = numbered.reduce((sum, each) => sum + each.applications, 0);
  const drafts = statuses.find(({ status }) => status === "draft")?.applications ?? 0;
  return (
    <>
      <PageHeader
        title={name}
        tag={<PhaseTag phase={cohort.phase} />}
        actions={
          cohort.phase !== "draft" && (
            <LinkButton to={paths.cohort(cohort.slug)} variant="tertiary">
              {t("administrator:overview.publicPage")}
            </LinkButton>
          )
        }
      />
      {answer && (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      <NextStepNotice step={step} cohortId={cohort.id} mayClose={mayClose} now={now} />
      {checklist && <OpeningChecklist checklist={checklist} cohortId={cohort.id} />}
      <Stats>
        <Stat
          value={formatNumber(applications)}
          label={t("administrator:overview.applications")}
          help={
            cohort.seats > 0 &&
            t("administrator:overview.perSeat", {
              people: formatNumber(Math.floor((applications * 10) / cohort.seats) / 10),
            })
          }
        />
        <Stat
          value={formatNumber(drafts)}
          label={t("administrator:overview.drafts")}
          help={t("administrator:overview.draftsHelp")}
        />
        <Stat
          value={formatNumber(cohort.seats)}
          label={t("administrator:overview.seats")}
          help={t("administrator:overview.seatsHelp", { tracks: tracks.length })}
        />
      </Stats>
      {progress && <StageProgress {...progress} cohortId={cohort.id} />}
      <Funnel statuses={statuses} tracks={tracks} />
      <CalendarTable events={events} now={now} />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireAdministrator } from "#app/auth/guards.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { nextDate } from "#app/domain/cohort/next-date.ts";
import { nextStep } from "#app/domain/cohort/next-step.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { getAcademy } from "#db/queries/academies.ts";
import { countApplicationsOfAcademy } from "#db/queries/cohort-overview.ts";
import { listCohortsOfAcademy } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listOpenWork } from "#db/queries/open-work.ts";
import { listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { CohortTable } from "./home/cohort-table.tsx";
import { OpenWorkList } from "./home/open-work-list.tsx";
import { pageMeta } from "./page-meta.ts";

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request);
  const language = languageOf(request);
  const t = translator(language);
  const cohorts = await listCohortsOfAcademy(reads, actor.academyId);
  const [academy, counts, work] = await Promise.all([
    getAcademy(reads, actor.academyId),
    countApplicationsOfAcademy(reads, actor.academyId),
    listOpenWork(
      reads,
      cohorts.map(({ id }) => id),
    ),
  ]);
  const rows = await Promise.all(
    cohorts.map(async ({ id, phase, seats, definitionId }) => {
      const definition = await getDefinition(reads, definitionId);
      const next = nextDate(definition, context.arrivedAt);
      const stages = await listStagesOfCohort(reads, id);
      const step = nextStep(definition, { phase, stages, now: context.arrivedAt });
      return {
        id,
        phase,
        seats,
        name: text(definition.shortTitle, language),
        applications: counts.get(id)?.submitted ?? 0,
        drafts: counts.get(id)?.drafts ?? 0,
        next: next && {
          label: text(next.label, language),
          // A moment has no beginning and end.
          edge: definition.calendar.events.some(({ label, end }) => label === next.label && end) ? next.edge : null,
          at: next.at,
        },
        step: {
          key: step.key,
          at: step.at?.toISOString() ?? null,
          stageKey: step.stageKey ?? null,
          stage: text(stageByKey(definition, step.stageKey ?? "")?.title, language),
        },
        stageTitles: Object.fromEntries(
          work
            .filter(({ cohortId, stageKey }) => cohortId === id && stageKey !== undefined)
            .map(({ stageKey = "" }) => [stageKey, text(stageByKey(definition, stageKey)?.title, language)]),
        ),
      };
    }),
  );
  return {
    title: t("common:site.title", { page: t("administrator:home.title") }),
    academy: language === "ko" ? academy.nameKo : academy.nameEn,
    now: context.arrivedAt.toISOString(),
    cohorts: rows,
    work: work.map(({ firstBy, ...heap }) => ({ ...heap, byMe: firstBy === actor.accountId })),
  };
}

export default function ManageHome() {
  const { t } = useTranslation();
  const { academy, cohorts, work, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("administrator:home.title")}
        lead={academy}
        actions={<LinkButton to={paths.manage.newCohort()}>{t("administrator:home.new")}</LinkButton>}
      />
      <SectionCard title={t("administrator:home.work")}>
        <OpenWorkList work={work} cohorts={cohorts} now={now} />
      </SectionCard>
      {cohorts.length === 0 ? (
        <EmptyState title={t("administrator:home.empty")}>
          <p>{t("administrator:home.emptyHelp")}</p>
        </EmptyState>
      ) : (
        <CohortTable cohorts={cohorts} now={now} />
      )}
    </>
  );
}

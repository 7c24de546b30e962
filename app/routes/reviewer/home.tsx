import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownWork } from "./own-work.server.ts";
import { pageMeta } from "./page-meta.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { TaskList } from "#app/components/task-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";

export const meta = pageMeta;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "reviewer");
  const language = languageOf(request);
  return {
    title: translator(language)("common:site.title", { page: translator(language)("reviewer:home.title") }),
    cohorts: await ownWork(reads, { reviewerId: actor.accountId, language }),
  };
}

export default function ReviewerHome() {
  const { t } = useTranslation();
  const { cohorts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("reviewer:home.title")} lead={t("reviewer:home.lead")} />
      {cohorts.length === 0 && <EmptyState title={t("reviewer:home.empty")}>{t("reviewer:home.emptyHelp")}</EmptyState>}
      {cohorts.map(({ cohortId, heading, isPledged, stages, next }) => (
        <SectionCard
          key={cohortId}
          title={heading}
          actions={next && <LinkButton to={next.to}>{t(`reviewer:home.next.${next.step}`)}</LinkButton>}
        >
          <TaskList
            tasks={[
              {
                label: t("reviewer:home.pledge"),
                state: isPledged ? "done" : "todo",
                to: paths.review.pledge(cohortId),
              },
              ...stages.flatMap((stage) => [
                {
                  label: t("reviewer:home.conflicts", { stage: stage.stage }),
                  state: stage.conflicts,
                  to: paths.review.conflicts(cohortId, stage.stageKey),
                  help: stage.status === "waiting" ? t("reviewer:home.waiting") : undefined,
                },
                {
                  label: t("reviewer:home.scoring", { stage: stage.stage }),
                  state: stage.scoring,
                  to: paths.review.queue(cohortId, stage.stageKey),
                  help:
                    stage.total > 0
                      ? t("reviewer:home.progress", { done: stage.submitted, total: stage.total })
                      : t("reviewer:home.nothingAssigned"),
                },
              ]),
            ]}
          />
        </SectionCard>
      ))}
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CohortCard } from "./cohort-card.tsx";
import { cohortCard } from "./cohort-card.server.ts";
import { pageTags } from "./page-tags.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { env } from "#app/env.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listPublicCohorts } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTags(data.tags) : []);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const t = translator(language);
  const cohorts = await listPublicCohorts(reads);
  const cards = await Promise.all(
    cohorts.map(async (cohort) => {
      const definition = await getDefinition(reads, cohort.definitionId);
      return cohortCard({ cohort, definition, language, now: context.arrivedAt });
    }),
  );
  return {
    tags: {
      title: t("common:site.title", { page: t("public:home.title") }),
      heading: t("public:home.title"),
      description: t("public:home.lead"),
      url: `${env.publicUrl}${paths.home()}`,
      siteName: t("public:siteName"),
      language,
      type: "website" as const,
    },
    open: cards.filter(({ door }) => door === "open"),
    coming: cards.filter(({ door }) => door === "not_yet"),
    closed: cards.filter(({ door }) => door === "over"),
  };
}

export default function HomePage() {
  const { t } = useTranslation();
  const { open, coming, closed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("public:home.title")} lead={t("public:home.lead")} />
      <SectionCard title={t("public:home.open")} plain>
        {open.length === 0 ? (
          <EmptyState title={t("public:home.noneOpen")}>
            <p>{t(coming.length + closed.length === 0 ? "public:home.emptyPortal" : "public:home.noneOpenText")}</p>
          </EmptyState>
        ) : (
          <div className="columns">
            {open.map((card) => (
              <CohortCard key={card.slug} card={card} />
            ))}
          </div>
        )}
      </SectionCard>
      {coming.length > 0 && (
        <SectionCard title={t("public:home.coming")} plain>
          <div className="columns">
            {coming.map((card) => (
              <CohortCard key={card.slug} card={card} />
            ))}
          </div>
        </SectionCard>
      )}
      {closed.length > 0 && (
        <SectionCard title={t("public:home.closed")} plain>
          <div className="columns">
            {closed.map((card) => (
              <CohortCard key={card.slug} card={card} />
            ))}
          </div>
        </SectionCard>
      )}
    </>
  );
}

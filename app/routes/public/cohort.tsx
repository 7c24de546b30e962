import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageContents } from "#app/components/layout/page-contents.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { env } from "#app/env.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listAttachments } from "#db/queries/attachments.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { CohortAfter } from "./cohort-after.tsx";
import { CohortCalendar } from "./cohort-calendar.tsx";
import { CohortConditions } from "./cohort-conditions.tsx";
import { CohortDoor } from "./cohort-door.tsx";
import { CohortMore } from "./cohort-more.tsx";
import { CohortOutline } from "./cohort-outline.tsx";
import { cohortPage } from "./cohort-page.server.ts";
import { CohortRules } from "./cohort-rules.tsx";
import { contentsOf } from "./contents.server.ts";
import { pageTags } from "./page-tags.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTags(data.tags) : []);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const cohort = await findCohortBySlug(reads, param(params, "slug"));
  if (!cohort || cohort.phase === "draft") throw notFound();
  const language = languageOf(request);
  const t = translator(language);
  const [definition, attachments] = await Promise.all([
    getDefinition(reads, cohort.definitionId),
    listAttachments(reads, cohort.id),
  ]);
  const page = cohortPage({ cohort, definition, attachments, language, now: context.arrivedAt });
  const tags = {
    title: t("common:site.title", { page: page.title }),
    heading: page.title,
    description: page.summary,
    url: `${env.publicUrl}${paths.cohort(cohort.slug)}`,
    siteName: t("public:siteName"),
    language,
    type: "article" as const,
  };
  return { ...page, tags, contents: contentsOf(page, t) };
}

export default function CohortPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={page.title}
        lead={page.summary}
        breadcrumbs={[{ label: t("public:home.title"), to: paths.home() }, { label: page.title }]}
      />
      <CohortDoor page={page} />
      {page.disclaimer && (
        <Notice tone="warning" title={t("public:cohort.sample")}>
          <p>{page.disclaimer}</p>
        </Notice>
      )}
      <PageContents contents={page.contents} />
      <CohortOutline page={page} />
      <CohortCalendar page={page} />
      <CohortConditions page={page} />
      <CohortRules page={page} />
      <CohortAfter page={page} />
      <CohortMore page={page} />
      <p className="print-only small">{t("public:printed", { url: page.tags.url })}</p>
    </>
  );
}

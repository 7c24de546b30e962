import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CohortConditions } from "./cohort-conditions.tsx";
import { CohortContact } from "./cohort-contact.tsx";
import { CohortDoor } from "./cohort-door.tsx";
import { CohortOutline } from "./cohort-outline.tsx";
import { cohortPage } from "./cohort-page.server.ts";
import { CohortRules } from "./cohort-rules.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.pageTitle ?? "" },
  { name: "description", content: data?.summary ?? "" },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const cohort = await findCohortBySlug(reads, param(params, "slug"));
  if (!cohort || cohort.phase === "draft") throw notFound();
  const language = languageOf(request);
  const definition = await getDefinition(reads, cohort.definitionId);
  const page = cohortPage({ cohort, definition, language, now: context.arrivedAt });
  return { ...page, pageTitle: translator(language)("common:site.title", { page: page.title }) };
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
      {page.disclaimer && (
        <Notice tone="warning" title={t("public:cohort.sample")}>
          <p>{page.disclaimer}</p>
        </Notice>
      )}
      <CohortDoor page={page} />
      <CohortOutline page={page} />
      <CohortConditions page={page} />
      <CohortRules page={page} />
      <CohortContact contact={page.contact} />
    </>
  );
}

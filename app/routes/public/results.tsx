import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { maskName } from "#app/domain/offer/mask-name.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { atLeast } from "#app/http/at-least.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findAnnouncedAt, listAnnounced, type AnnouncedPerson } from "#db/queries/public-results.ts";
import { AnnouncedList, type AnnouncedRow } from "./results/announced-list.tsx";
import { lookUp } from "./results/lookup.server.ts";
import { LookupForm, type LookupAnswer } from "./results/lookup-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, definition, language, t } = await publicCohort(request, param(params, "slug"));
  const announcedAt = await findAnnouncedAt(reads, cohort.id);
  const { lookup, publicList } = definition.announcement;
  const showsNames = publicList.show.includes("maskedName");
  const cohortId = cohort.id;
  const selected = announcedAt === null ? [] : await listAnnounced(reads, { cohortId, outcome: "selected" });
  const arePublic = announcedAt !== null && definition.reserve.publishNumbers === "public";
  const reserves = arePublic ? await listAnnounced(reads, { cohortId, outcome: "reserve" }) : [];
  const rowsOf = (people: readonly AnnouncedPerson[], track: string): readonly AnnouncedRow[] =>
    people
      .filter(({ trackKey }) => trackKey === track)
      .map(({ applicationNumber: number, name }) => ({ number, maskedName: showsNames ? maskName(name) : "" }));
  const name = text(definition.title, language);
  return {
    title: t("common:site.title", { page: `${t("seats:list.title")} - ${name}` }),
    name,
    slug: cohort.slug,
    announcedAt,
    plannedAt: findEvent(definition, "finalResult")?.start ?? null,
    asks: lookup,
    showsNames,
    tracks: definition.tracks.map(({ id, title }) => ({
      id,
      title: text(title, language),
      people: rowsOf(selected, id),
      reserves: rowsOf(reserves, id),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const formData = await readFormData(request);
  const { cohort, definition, language, t } = await publicCohort(request, param(params, "slug"));
  if ((await findAnnouncedAt(reads, cohort.id)) === null) throw notFound();
  const value = (name: string) => {
    const sent = formData.get(name);
    return typeof sent === "string" ? sent.slice(0, 100) : "";
  };
  const typed = { applicationNumber: value("applicationNumber"), birthDate: value("birthDate") };
  const { address } = context;
  const person = { ...typed, phoneLast4: value("phoneLast4") };
  // A number that does not exist must not answer sooner than one that does.
  const found = await atLeast(lookUp({ ...person, cohort, definition, address, language, t }));
  const headers = { "Cache-Control": "no-store" };
  if (found.ok) return data<LookupAnswer>({ sentence: found.value, problem: null, typed }, { headers });
  const status = found.refusal === "tooMany" ? 429 : 400;
  return data<LookupAnswer>({ sentence: null, problem: t(`seats:lookup.${found.refusal}`), typed }, { status, headers });
}

async function publicCohort(request: Request, slug: string) {
  const cohort = await findCohortBySlug(reads, slug);
  if (!cohort || cohort.phase === "draft" || cohort.phase === "archived") throw notFound();
  const language = languageOf(request);
  return { cohort, definition: await getDefinition(reads, cohort.definitionId), language, t: translator(language) };
}

export function meta({ data: page }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: page?.title ?? "" }, { name: "robots", content: "noindex" }];
}

export default function ResultsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const planned = page.plannedAt ? formatInstant(page.plannedAt, language) : "";
  return (
    <>
      <PageHeader
        title={t("seats:list.title")}
        lead={page.name}
        breadcrumbs={[{ label: page.name, to: paths.cohort(page.slug) }, { label: t("seats:list.title") }]}
      />
      {page.announcedAt === null ? (
        <Notice>{t("seats:list.before", { at: planned })}</Notice>
      ) : (
        <>
          <p>{t("seats:list.lead")}</p>
          <p className="muted small">{t("seats:list.publishedAt", { at: formatInstant(page.announcedAt, language) })}</p>
          <div className="no-print">
            <LookupForm asks={page.asks} answer={answer} />
          </div>
          <AnnouncedList tracks={page.tracks} showsNames={page.showsNames} />
        </>
      )}
    </>
  );
}

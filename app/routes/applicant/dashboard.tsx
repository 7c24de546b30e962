import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ApplicationStatusTag } from "./application-status-tag.tsx";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { NeedsNotice } from "./timeline/needs-notice.tsx";
import { needsNow } from "./timeline/needs-now.server.ts";
import { comingEvents } from "./timeline/own-timeline.server.ts";
import { DaysInBrackets } from "#app/components/clock/days-left.tsx";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { doorAt } from "#app/domain/application/door.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listApplicationsOfApplicant, type OwnApplication } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export const meta = titleMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const t = translator(languageOf(request));
  const own = await listApplicationsOfApplicant(reads, actor.accountId);
  return {
    title: titleOf(t, t("applicant:dashboard.title")),
    cards: await Promise.all(own.map((application) => cardOf(application, request, context.arrivedAt))),
  };
}

async function cardOf(application: OwnApplication, request: Request, now: Date) {
  const language = languageOf(request);
  const cohort = await getCohort(reads, application.cohortId);
  const definition = await getDefinition(reads, cohort.definitionId);
  const closesAt = windowOf(definition, "application").end;
  const { id, status, applicationNumber, submittedAt, savedAt } = application;
  const track = definition.tracks.find((each) => each.id === application.firstChoice);
  return {
    id,
    status,
    applicationNumber,
    submittedAt,
    savedAt,
    title: text({ ko: application.titleKo, en: application.titleEn }, language),
    track: submittedAt ? text(track?.title, language) : "",
    isOpen: doorAt(cohort, definition, now) === "open",
    canResubmit: definition.form.allowResubmitUntilClose,
    closesAt: closesAt.toISOString(),
    daysLeft: daysUntil(closesAt, now),
    // Results of stages are told there too, before the final one.
    mayHaveResult: submittedAt !== null && status !== "withdrawn" && now >= closesAt,
    slug: application.slug,
    needs: await needsNow({ application, cohort, definition, language, now }),
    coming: comingEvents({ application, definition, language, now }).slice(0, 1),
  };
}

export default function Dashboard() {
  const { t } = useTranslation();
  const { cards } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("applicant:dashboard.title")} lead={t("applicant:dashboard.lead")} />
      {cards.length === 0 ? (
        <EmptyState
          title={t("applicant:dashboard.empty")}
          action={<LinkButton to={paths.home()}>{t("applicant:dashboard.toCohorts")}</LinkButton>}
        >
          <p>{t("applicant:dashboard.emptyText")}</p>
        </EmptyState>
      ) : (
        cards.map((card) => <ApplicationCard key={card.id} card={card} />)
      )}
    </>
  );
}

type Card = Awaited<ReturnType<typeof cardOf>>;

function ApplicationCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const writable = card.isOpen && (card.status === "draft" || (card.status === "submitted" && card.canResubmit));
  return (
    <SectionCard title={card.title} actions={<ApplicationStatusTag status={card.status} />}>
      <DescriptionList
        items={[
          { term: t("applicant:application.number"), description: card.applicationNumber },
          { term: t("applicant:receipt.track"), description: card.track },
          {
            term: t("applicant:application.submittedAt"),
            description: card.submittedAt && <TimeStamp value={card.submittedAt} as="seconds" />,
          },
          {
            term: t("applicant:application.closesAt"),
            description: card.isOpen && (
              <>
                <TimeStamp value={card.closesAt} /> <DaysInBrackets days={card.daysLeft} />
              </>
            ),
          },
        ].filter(({ description }) => description !== false)}
      />
      {card.needs.length > 0 && <NeedsNotice needs={card.needs} />}
      <p>{t(`applicant:next.${card.status === "draft" && !card.isOpen ? "expired" : card.status}`)}</p>
      {card.coming.map(({ key, label, when }) => (
        <p key={key}>
          {t("applicant:timeline.nextDate")}: <strong>{label}</strong> <span className="muted">{when}</span>
        </p>
      ))}
      <div className="actions">
        {card.mayHaveResult && (
          <LinkButton to={paths.my.result(card.id)}>{t("applicant:dashboard.toResult")}</LinkButton>
        )}
        {writable && card.status === "draft" && (
          <LinkButton to={paths.my.application(card.id)}>{t("applicant:dashboard.continue")}</LinkButton>
        )}
        {!(writable && card.status === "draft") && (
          <LinkButton to={paths.my.application(card.id)} variant="secondary">
            {t(writable ? "applicant:dashboard.change" : "applicant:dashboard.view")}
          </LinkButton>
        )}
        {card.submittedAt && (
          <LinkButton to={paths.my.receipt(card.id)} variant="secondary">
            {t("applicant:receipt.title")}
          </LinkButton>
        )}
        {card.status === "withdrawn" && card.isOpen && (
          <LinkButton to={paths.my.apply(card.slug)} variant="secondary">
            {t("applicant:dashboard.applyAgain")}
          </LinkButton>
        )}
      </div>
    </SectionCard>
  );
}

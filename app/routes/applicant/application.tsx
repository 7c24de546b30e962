import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { ApplicationStatusTag } from "./application-status-tag.tsx";
import { partsOf } from "./steps.server.ts";
import { NeedsNotice } from "./timeline/needs-notice.tsx";
import { needsNow } from "./timeline/needs-now.server.ts";
import { ownTimeline } from "./timeline/own-timeline.server.ts";
import { TimelineCard } from "./timeline/timeline-card.tsx";
import { titleMeta } from "./title-meta.ts";
import { DaysInBrackets } from "#app/components/clock/days-left.tsx";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TaskList } from "#app/components/task-list.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const { application, cohort, definition, readOnly } = page;
  const now = args.context.arrivedAt;
  // Dates are those of today, whatever version the application was made under.
  const timed = { application, cohort, definition: await getDefinition(reads, cohort.definitionId), language, now };
  const closesAt = windowOf(definition, "application").end;
  return {
    title: titleOf(t, t("applicant:application.title")),
    id: application.id,
    status: application.status,
    applicationNumber: application.applicationNumber,
    submittedAt: application.submittedAt,
    savedAt: application.savedAt,
    cohortTitle: text(definition.title, language),
    closesAt: closesAt.toISOString(),
    daysLeft: daysUntil(closesAt, now),
    serverTime: now.toISOString(),
    readOnly: readOnly ?? null,
    needs: await needsNow(timed),
    timeline: await ownTimeline(timed),
    mayHaveResult: application.submittedAt !== null && application.status !== "withdrawn" && now >= closesAt,
    tasks: partsOf(page, language, t, now).filter(({ key }) => key !== "submit"),
  };
}

export default function ApplicationPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const { readOnly } = page;
  return (
    <>
      <PageHeader
        title={t("applicant:application.title")}
        lead={page.cohortTitle}
        tag={<ApplicationStatusTag status={page.status} />}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title") },
        ]}
      />
      <NeedsNotice needs={page.needs} />
      <ReadOnlyNotice reason={readOnly ?? undefined} />
      <DescriptionList
        items={[
          { term: t("applicant:application.number"), description: page.applicationNumber },
          {
            term: t("applicant:application.submittedAt"),
            description: page.submittedAt && <TimeStamp value={page.submittedAt} as="seconds" />,
          },
          {
            term: t("applicant:application.closesAt"),
            description: (
              <>
                <TimeStamp value={page.closesAt} /> <DaysInBrackets days={page.daysLeft} />
              </>
            ),
          },
          {
            term: t("applicant:application.serverTime"),
            description: <TimeStamp value={page.serverTime} as="seconds" />,
          },
          { term: t("applicant:application.savedAt"), description: <TimeStamp value={page.savedAt} as="seconds" /> },
        ]}
      />
      <SectionCard title={t(readOnly === null ? "applicant:application.parts" : "applicant:application.writtenParts")}>
        <TaskList
          tasks={page.tasks.map(({ label, to, state, optional }) => ({
            label,
            to,
            state,
            help: optional && readOnly === null ? t("applicant:application.optional") : undefined,
          }))}
        />
      </SectionCard>
      <TimelineCard {...page.timeline} />
      <div className="actions">
        {page.mayHaveResult && (
          <LinkButton to={paths.my.result(page.id)}>{t("applicant:dashboard.toResult")}</LinkButton>
        )}
        {readOnly === null && (
          <LinkButton to={paths.my.submit(page.id)}>
            {t(page.status === "draft" ? "applicant:application.toSubmit" : "applicant:application.toReview")}
          </LinkButton>
        )}
        {page.submittedAt && (
          <LinkButton to={paths.my.receipt(page.id)} variant="secondary">
            {t("applicant:receipt.title")}
          </LinkButton>
        )}
        {(page.status === "draft" || page.status === "submitted") && (
          <Link to={paths.my.withdraw(page.id)}>{t("applicant:withdraw.link")}</Link>
        )}
      </div>
    </>
  );
}

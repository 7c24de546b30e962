import { useTranslation } from "react-i18next";
import { DaysLeft } from "#app/components/clock/days-left.tsx";
import { OwnZoneTime } from "#app/components/clock/own-zone-time.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import type { CohortPageView } from "./cohort-page.server.ts";

type Event = CohortPageView["events"][number];

/** Every date of the notice, how far off it is, and the file for one's own calendar. */
export function CohortCalendar({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SectionCard
      id="calendar"
      title={t("public:cohort.calendar")}
      actions={
        <a href={`${paths.cohortCalendar(page.slug)}?language=${language}`} download>
          {t("public:cohort.calendarFile")}
        </a>
      }
    >
      <DataTable
        caption={t("public:cohort.calendar")}
        captionHidden
        rows={page.events}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "label",
            header: t("public:cohort.event"),
            rowHeader: true,
            cell: (event) => (
              <>
                {event.label}
                <br />
                <EventState event={event} />
              </>
            ),
          },
          {
            key: "when",
            header: t("public:cohort.when"),
            cell: ({ key, start, end, rule }) => (
              <>
                {end === "" ? formatInstant(start, language) : formatPeriod({ start, end }, language)}
                {key === "application" && (
                  <>
                    {" "}
                    <OwnZoneTime instant={end} />
                  </>
                )}
                {rule && <p className="muted small">{rule}</p>}
              </>
            ),
          },
        ]}
      />
      <p className="muted small">{t("public:cohort.calendarRule")}</p>
    </SectionCard>
  );
}

function EventState({ event: { state, days } }: { readonly event: Event }) {
  const { t } = useTranslation();
  if (state === "over") return <span className="muted small">{t("public:days.over")}</span>;
  const count = days ?? 0;
  if (state === "coming") {
    return (
      <span className="muted small">{count === 0 ? t("public:days.today") : t("public:days.until", { count })}</span>
    );
  }
  return (
    <StatusTag tone="success">
      {t("public:days.now")} · <DaysLeft days={count} />
    </StatusTag>
  );
}

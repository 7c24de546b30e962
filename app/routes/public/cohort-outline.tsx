import { useTranslation } from "react-i18next";
import type { CohortPageView } from "./cohort-page.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatInstant, formatNumber, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** The course, the seats and the calendar. */
export function CohortOutline({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { course } = page;
  return (
    <>
      <SectionCard title={t("public:cohort.course")}>
        <DescriptionList
          items={[
            { term: t("public:cohort.period"), description: formatPeriod(course, language) },
            {
              term: t("public:cohort.length"),
              description: t("public:cohort.lengthText", { months: course.months, hours: formatNumber(course.hours) }),
            },
            {
              term: t("public:cohort.place"),
              description: `${course.place} (${t(`public:cohort.mode.${course.mode}`)})`,
            },
            {
              term: t("public:cohort.tuition"),
              description:
                course.tuition === 0
                  ? t("public:cohort.free")
                  : t("public:cohort.won", { amount: formatNumber(course.tuition) }),
            },
            { term: t("public:cohort.benefits"), description: course.benefits },
          ]}
        />
      </SectionCard>
      <SectionCard title={t("public:cohort.tracks")}>
        <DataTable
          caption={t("public:cohort.tracks")}
          captionHidden
          rows={[...page.tracks, { id: "", title: t("public:cohort.total"), capacity: page.seats }]}
          rowKey={({ id }) => id}
          columns={[
            { key: "title", header: t("public:cohort.track"), cell: ({ title }) => title, rowHeader: true },
            {
              key: "seats",
              header: t("public:cohort.seats"),
              align: "end",
              cell: ({ capacity }) => formatNumber(capacity),
            },
          ]}
        />
        <p>{page.assignment}</p>
      </SectionCard>
      <SectionCard title={t("public:cohort.calendar")}>
        <DataTable
          caption={t("public:cohort.calendar")}
          captionHidden
          rows={page.events}
          rowKey={({ key }) => key}
          columns={[
            { key: "label", header: t("public:cohort.event"), cell: ({ label }) => label, rowHeader: true },
            {
              key: "when",
              header: t("public:cohort.when"),
              cell: ({ start, end, rule }) => (
                <>
                  {end === "" ? formatInstant(start, language) : formatPeriod({ start, end }, language)}
                  {rule && <p className="muted small">{rule}</p>}
                </>
              ),
            },
          ]}
        />
      </SectionCard>
    </>
  );
}

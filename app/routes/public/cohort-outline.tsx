import { useTranslation } from "react-i18next";
import { BarList } from "#app/components/bar-list.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatNumber, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { CohortPageView } from "./cohort-page.server.ts";

/** The course and its seats. */
export function CohortOutline({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { course } = page;
  const seatsOf = (seats: number) => t("public:cohort.seatCount", { count: seats, seats: formatNumber(seats) });
  return (
    <>
      <SectionCard id="course" title={t("public:cohort.course")}>
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
      <SectionCard id="tracks" title={t("public:cohort.tracks")}>
        <BarList
          caption={t("public:cohort.seatTotal", { seats: seatsOf(page.seats) })}
          labelHeader={t("public:cohort.track")}
          valueHeader={t("public:cohort.seats")}
          bars={page.tracks.map(({ title, capacity }) => ({ label: title, value: capacity, text: seatsOf(capacity) }))}
        />
        <p>{page.assignment}</p>
        {page.quotas.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
        {page.overAdmission && (
          <p className="muted">
            {page.overAdmission.note} {t("public:cohort.overAdmission", { percent: page.overAdmission.percent })}
          </p>
        )}
      </SectionCard>
    </>
  );
}

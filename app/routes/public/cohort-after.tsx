import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { CohortPageView } from "./cohort-page.server.ts";

/** How the result is told, how a seat is taken, who comes next, and how one objects. */
export function CohortAfter({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { announcement, acceptance, reserve } = page;
  const asked = announcement.lookup.map((part) => t(`public:after.asked.${part}`)).join(", ");
  return (
    <>
      <SectionCard id="announcement" title={t("public:after.announcement")}>
        <ul>
          {announcement.at && (
            <li>{t("public:after.announcedAt", { at: formatInstant(announcement.at, language) })}</li>
          )}
          <li>
            {announcement.showsNames
              ? t("public:after.listWithNames", { example: announcement.example })
              : t("public:after.listOfNumbers")}
          </li>
          <li>{t("public:after.lookup", { asked })}</li>
        </ul>
        <h3>{t("public:after.acceptance")}</h3>
        <ul>
          <li>
            {t("public:after.confirm", {
              period: acceptance.from
                ? formatPeriod({ start: acceptance.from, end: acceptance.until }, language)
                : formatInstant(acceptance.until, language),
            })}
          </li>
          <li>{t("public:after.silence")}</li>
          {acceptance.isFinal && <li>{t("public:after.declineFinal")}</li>}
          {acceptance.cancelReasons.length > 0 && (
            <li>{t("public:after.cancelled", { reasons: acceptance.cancelReasons.join(", ") })}</li>
          )}
        </ul>
      </SectionCard>
      <SectionCard id="reserve" title={t("public:after.reserve")}>
        <ul>
          <li>
            {t(reserve.perTrack ? "public:after.reservePerTrack" : "public:after.reserveAll", {
              percent: reserve.percent,
            })}
          </li>
          <li>{t("public:after.refill", { count: reserve.replyHours })}</li>
          {reserve.crossesTracks && <li>{t("public:after.crossTrack")}</li>}
          <li>{t("public:after.validUntil", { at: formatInstant(reserve.validUntil, language) })}</li>
          <li>{t(reserve.isPublic ? "public:after.numbersPublic" : "public:after.numbersPrivate")}</li>
        </ul>
      </SectionCard>
      <Appeals appeals={page.appeals} />
    </>
  );
}

function Appeals({ appeals }: Pick<CohortPageView, "appeals">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const grounds = appeals.grounds.map((ground) => t(`public:after.ground.${ground}`)).join(", ");
  const limits = appeals.notAccepted
    .map(({ written, known }) => (known === null ? written : t(`public:after.limit.${known}`)))
    .join(", ");
  return (
    <SectionCard id="appeals" title={t("public:after.appeals")}>
      <ul>
        <li>{t("public:after.appealWindow", { period: formatPeriod(appeals.window, language) })}</li>
        {appeals.alsoFor.length > 0 && appeals.alsoForDays > 0 && (
          <li>{t("public:after.appealAlso", { stages: appeals.alsoFor.join(", "), count: appeals.alsoForDays })}</li>
        )}
        <li>{t("public:after.grounds", { grounds })}</li>
        {limits && <li>{t("public:after.limits", { limits })}</li>}
        <li>{t("public:after.answer", { count: appeals.answerDays })}</li>
        {appeals.files.maxFiles > 0 && (
          <li>{t("public:after.appealFiles", { count: appeals.files.maxFiles, size: appeals.files.maxMB })}</li>
        )}
      </ul>
    </SectionCard>
  );
}

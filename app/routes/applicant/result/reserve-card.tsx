import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { ReserveView } from "./reserve-view.server.ts";

/** The own number and until when it counts; leaving the list asks twice. */
export function ReserveCard({ reserve }: { readonly reserve: ReserveView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items = [
    { term: t("seats:result.reserve.track"), description: reserve.track },
    {
      term: t("seats:result.reserve.number"),
      description: t("seats:result.reserve.numberOf", { number: reserve.number }),
    },
    { term: t("seats:result.reserve.validUntil"), description: formatInstant(reserve.validUntil, language) },
  ];
  return (
    <SectionCard title={t("seats:result.reserve.title")}>
      <DescriptionList items={items} />
      {reserve.state === "ended" && <p>{t("seats:result.reserve.ended")}</p>}
      {reserve.state === "left" && <p>{t("seats:result.reserve.left")}</p>}
      {reserve.state === "waiting" && (
        <>
          {reserve.today && (
            <>
              <p className="outcome__sentence">
                {reserve.today.ahead === 0
                  ? t("applicant:result.reserve.next")
                  : t("applicant:result.reserve.ahead", { people: reserve.today.ahead })}
              </p>
              <p>{t("applicant:result.reserve.told", { people: reserve.today.told })}</p>
            </>
          )}
          <p>{t("seats:result.reserve.waiting", { hours: reserve.replyHours })}</p>
          <ConfirmBox
            label={t("seats:result.reserve.leave")}
            explanation={<p>{t("seats:result.reserve.leaveExplanation")}</p>}
            confirmLabel={t("seats:result.reserve.leaveConfirm")}
            intent="leave"
          />
        </>
      )}
    </SectionCard>
  );
}

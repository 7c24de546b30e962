import { useTranslation } from "react-i18next";
import type { DeskData } from "./desk-data.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { text } from "#app/domain/programme/text.ts";
import { pointsText } from "#app/domain/review/rubric.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** A sheet that nobody can change any more: handed in, or left behind when the stage was closed. */
export function HandedInSheet({ desk }: { readonly desk: DeskData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scores = desk.rubric.criteria.map(({ id, label, maxHundredths }) => ({
    term: text(label, language),
    description: t("reviewer:desk.points", {
      points: desk.scores[id] ?? t("common:answer.none"),
      maximum: pointsText(maxHundredths),
    }),
  }));
  const maximum = pointsText(desk.rubric.maxHundredths);
  return (
    <SectionCard title={t("reviewer:desk.rubric")}>
      <Notice>
        {desk.submittedAt ? (
          <p>
            {t("reviewer:desk.locked")} <TimeStamp value={desk.submittedAt} as="seconds" />
          </p>
        ) : (
          <p>{t("reviewer:refusal.stage-closed")}</p>
        )}
      </Notice>
      <DescriptionList
        items={[
          ...scores,
          {
            term: t("reviewer:desk.sum"),
            description: t("reviewer:desk.points", { points: desk.total, maximum }),
          },
          { term: t("reviewer:desk.comment"), description: desk.comment },
        ]}
      />
    </SectionCard>
  );
}

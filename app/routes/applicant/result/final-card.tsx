import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { ResultView } from "./result-view.server.ts";

type FinalCardProps = { readonly final: NonNullable<ResultView["final"]> };

/** The final result in one sentence, large, before anything that is to be done about it. */
export function FinalOutcome({ final }: FinalCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tone = final.outcome === "selected" ? "success" : final.outcome === "reserve" ? "info" : "neutral";
  return (
    <div className={`outcome notice notice--${tone}`}>
      <p className="outcome__sentence">{useOutcome(final)}</p>
      <p className="outcome__at">
        {t("seats:result.final.publishedAt", { at: formatInstant(final.publishedAt, language) })}
      </p>
    </div>
  );
}

/** One sentence for every fact that led to the result, under what it is about. */
export function WhyCard({ final }: FinalCardProps) {
  const { t } = useTranslation();
  if (final.parts.length === 0) return null;
  return (
    <SectionCard title={t("seats:result.why.title")}>
      <p>{t("seats:result.why.lead")}</p>
      {final.parts.map(({ part, sentences }) => (
        <SectionCard key={part} level={3} title={t(`applicant:result.part.${part}`)} plain>
          <ul>
            {sentences.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </SectionCard>
      ))}
      <p className="muted small">{t("seats:result.why.scope")}</p>
    </SectionCard>
  );
}

function useOutcome(final: FinalCardProps["final"]): string {
  const { t } = useTranslation();
  if (final.outcome === "selected") return t("seats:result.final.selected", { track: final.track });
  if (final.outcome === "reserve") return t("seats:result.final.reserve", { track: final.track });
  if (final.outcome === "not_selected") return t("seats:result.final.not_selected");
  if (final.status === "excluded") return t("seats:result.final.excluded", { reason: final.excludedReason ?? "-" });
  if (final.status === "withdrawn") return t("seats:result.final.withdrawn");
  return t("seats:result.final.not_passed");
}

import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { ResultView } from "./result-view.server.ts";

type FinalCardProps = { readonly final: NonNullable<ResultView["final"]> };

/** The final result in one sentence, before anything that is to be done about it. */
export function FinalNotice({ final }: FinalCardProps) {
  const sentence = useOutcome(final);
  return <Notice tone={final.outcome === "selected" ? "success" : "info"}>{sentence}</Notice>;
}

/** When it was published, and one sentence for every fact that led to it. */
export function FinalCard({ final }: FinalCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SectionCard title={t("seats:result.final.title")}>
      <p className="muted small">
        {t("seats:result.final.publishedAt", { at: formatInstant(final.publishedAt, language) })}
      </p>
      {final.sentences.length > 0 && (
        <SectionCard level={3} title={t("seats:result.why.title")} plain>
          <p>{t("seats:result.why.lead")}</p>
          <ol>
            {final.sentences.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
          <p className="muted small">{t("seats:result.why.scope")}</p>
        </SectionCard>
      )}
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

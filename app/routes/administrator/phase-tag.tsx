import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";

const tones: Readonly<Record<CohortPhase, Tone>> = {
  draft: "neutral",
  open: "success",
  closed: "warning",
  in_review: "info",
  selecting: "info",
  confirmed: "info",
  published: "success",
  filling: "warning",
  in_training: "success",
  completed: "neutral",
  archived: "neutral",
};

export function PhaseTag({ phase }: { readonly phase: CohortPhase }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[phase]}>{t(`administrator:phase.${phase}`)}</StatusTag>;
}

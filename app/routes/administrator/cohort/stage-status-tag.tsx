import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";

const tones: Readonly<Record<StageStatus, Tone>> = {
  waiting: "neutral",
  open: "info",
  closed: "warning",
  approved: "info",
  published: "success",
};

export function StageStatusTag({ status }: { readonly status: StageStatus }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[status]}>{t(`administrator:stageStatus.${status}`)}</StatusTag>;
}

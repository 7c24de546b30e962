import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";

const tones: Readonly<Record<ApplicationStatus, Tone>> = {
  draft: "neutral",
  submitted: "info",
  reserved: "warning",
  offered: "success",
  accepted: "success",
  not_passed: "neutral",
  not_selected: "neutral",
  excluded: "danger",
  cancelled: "danger",
  declined: "neutral",
  lapsed: "neutral",
  withdrawn: "neutral",
  expired: "neutral",
};

export function ApplicationStatusTag({ status }: { readonly status: ApplicationStatus }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[status]}>{t(`administrator:status.${status}`)}</StatusTag>;
}

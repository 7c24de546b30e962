import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";

const tones: Readonly<Partial<Record<ApplicationStatus, Tone>>> = {
  draft: "warning",
  submitted: "info",
  offered: "success",
  accepted: "success",
  reserved: "info",
};

/** Where an application stands; nothing shows here before it is published. */
export function ApplicationStatusTag({ status }: { readonly status: ApplicationStatus }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[status] ?? "neutral"}>{t(`applicant:status.${status}`)}</StatusTag>;
}

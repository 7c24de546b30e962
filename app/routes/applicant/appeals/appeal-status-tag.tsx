import { useTranslation } from "react-i18next";
import { StatusTag } from "#app/components/status-tag.tsx";
import type { AppealStatus } from "#app/domain/appeal/appeal.ts";

const tones = { received: "info", upheld: "success", dismissed: "neutral", withdrawn: "neutral" } as const;

export function AppealStatusTag({ status }: { readonly status: AppealStatus }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[status]}>{t(`appeals:status.${status}`)}</StatusTag>;
}

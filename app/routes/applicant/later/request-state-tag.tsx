import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import type { RequestState } from "#app/domain/documents/hand-in.ts";

const tones: Readonly<Record<RequestState, Tone>> = {
  waiting: "warning",
  fulfilled: "success",
  overdue: "danger",
  cancelled: "neutral",
};

/** Where a request for a document stands. */
export function RequestStateTag({ state }: { readonly state: RequestState }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[state]}>{t(`documents:requestState.${state}`)}</StatusTag>;
}

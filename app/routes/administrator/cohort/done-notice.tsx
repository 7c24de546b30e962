import { useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";

type DoneNoticeProps = {
  readonly area: "stage" | "selection" | "run" | "decisions";
  /** The worker is still at it. */
  readonly isWorking: boolean;
};

/** What was just done, or that it is still being done. */
export function DoneNotice({ area, isWorking }: DoneNoticeProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const done = search.get("done");
  if (isWorking || done === "running") {
    return (
      <Notice role="status" title={t("selection:working.title")}>
        <p>{isWorking ? t("selection:working.text") : t("selection:working.over")}</p>
        <LinkButton to={pathname} variant="secondary" reloadDocument>
          {t("selection:working.reload")}
        </LinkButton>
      </Notice>
    );
  }
  const sentence = done === null ? "" : t(`selection:${area}.done.${done}`, { defaultValue: "" });
  if (sentence === "") return null;
  return (
    <Notice tone="success" role="status">
      {sentence}
    </Notice>
  );
}

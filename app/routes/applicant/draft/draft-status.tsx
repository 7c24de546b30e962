import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { clockOf } from "./clock.ts";
import type { DraftState } from "./draft-state.ts";
import { LateNotice } from "../late-notice.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";

type DraftStatusProps = { readonly state: DraftState; readonly savedAt: string; readonly here: string };

/** Stands inside the section's form: one line about the last save, and what is to be done where there was none. */
export function DraftStatus({ state, savedAt, here }: DraftStatusProps) {
  const { t } = useTranslation();
  return (
    <div className="draft-status" role="status">
      {state.kind === "as-stored" && (
        <p className="muted small">
          {t("applicant:section.lastSaved")} <TimeStamp value={savedAt} as="seconds" />
        </p>
      )}
      {state.kind === "saved" && <p className="muted small">{t("draft:status.saved", { time: clockOf(state.at) })}</p>}
      {state.kind === "unsent" && (
        <Notice tone="warning" title={t("draft:status.unsent")}>
          <p>{t(state.kept ? "draft:status.kept" : "draft:status.notKept")}</p>
        </Notice>
      )}
      {state.kind === "signed-out" && (
        <Notice tone="warning" title={t("draft:status.signedOut")}>
          <p>{t("draft:status.signedOutText")}</p>
          <p>
            <Link to={paths.signIn(here)}>{t("draft:status.signIn")}</Link>
          </p>
        </Notice>
      )}
      {state.kind === "late" && <LateNotice late={state.late} />}
      {state.kind === "refused" && (
        <Notice tone="warning" title={t("draft:status.refused")}>
          <p>{t("draft:status.refusedText")}</p>
        </Notice>
      )}
      {state.kind === "conflict" && (
        <Notice tone="warning" title={t("draft:status.conflict")}>
          <p>{t("draft:status.conflictText")}</p>
          <SubmitButton intent="stay" variant="secondary">
            {t("draft:status.compare")}
          </SubmitButton>
        </Notice>
      )}
    </div>
  );
}

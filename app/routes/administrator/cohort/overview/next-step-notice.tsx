import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { NextStep } from "#app/domain/cohort/next-step.ts";
import { daysLeft, formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { stepPlace } from "./step-place.ts";

type NextStepNoticeProps = {
  readonly step: {
    readonly key: NextStep["key"];
    readonly at: string | null;
    readonly stageKey: string | null;
    readonly stage: string;
  };
  readonly cohortId: string;
  readonly mayClose: boolean;
  readonly now: string;
};

/** The phase and what comes next, in one sentence, with the place where it is done. */
export function NextStepNotice({ step, cohortId, mayClose, now }: NextStepNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = stepPlace(step.key, cohortId, step.stageKey);
  const when = step.at === null ? "" : formatInstant(step.at, language);
  const days = step.at === null ? undefined : daysLeft(step.at, new Date(now));
  return (
    <Notice title={t("administrator:next.title")}>
      <p>
        {t(`administrator:next.${step.key}`, { when, stage: step.stage })}{" "}
        {days && <strong className="nowrap">{days}</strong>}
      </p>
      {place && (
        <p>
          <Link to={place}>{t("administrator:next.go")}</Link>
        </p>
      )}
      {mayClose && (
        <ConfirmBox
          label={t("administrator:close.label")}
          explanation={t("administrator:close.explanation")}
          confirmLabel={t("administrator:close.confirm")}
          intent="close"
        />
      )}
    </Notice>
  );
}

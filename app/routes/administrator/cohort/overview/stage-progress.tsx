import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { StageStatusTag } from "../stage-status-tag.tsx";

type StageProgressProps = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly status: StageStatus;
  readonly name: string;
  readonly people: number;
  /** People whose scores were imported; null where reviewers score. */
  readonly imported: number | null;
  readonly sheets: number;
  readonly submitted: number;
};

export function StageProgress({ cohortId, stageKey, status, name, people, ...counts }: StageProgressProps) {
  const { t } = useTranslation();
  const { imported, sheets, submitted } = counts;
  return (
    <SectionCard
      title={t("administrator:overview.currentStage", { stage: name })}
      actions={
        <LinkButton to={paths.manage.stage(cohortId, stageKey)} variant="secondary">
          {t("administrator:overview.toStage")}
        </LinkButton>
      }
    >
      <StageStatusTag status={status} />
      <p>{t("administrator:overview.inStage", { people: formatNumber(people) })}</p>
      {imported === null ? (
        <ProgressBar label={t("administrator:overview.sheets")} done={submitted} total={sheets} />
      ) : (
        <ProgressBar label={t("administrator:overview.imported")} done={imported} total={people} />
      )}
    </SectionCard>
  );
}

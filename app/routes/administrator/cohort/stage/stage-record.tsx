import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { stageStatuses, type StageStatus } from "#app/domain/cohort/stage-status.ts";

export type StageRecordProps = {
  readonly status: StageStatus;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly publishAt: string | null;
  readonly publishedAt: string | null;
  readonly digest: string | null;
};

/** Where the stage stands, and who brought it there. */
export function StageRecord({ status, ...record }: StageRecordProps) {
  const { t } = useTranslation();
  const reached = stageStatuses.indexOf(status);
  const when = (at: string | null) => (at === null ? null : <TimeStamp value={at} />);
  const signed = (at: string | null, by: string | null) =>
    at === null ? null : (
      <>
        <TimeStamp value={at} /> {by}
      </>
    );
  return (
    <SectionCard title={t("selection:stage.record")}>
      <StepIndicator
        label={t("selection:stage.steps")}
        steps={stageStatuses.map((each, index) => ({
          label: t(`selection:stageStep.${each}`),
          state: index < reached ? "done" : index === reached ? "current" : "todo",
        }))}
      />
      <DescriptionList
        items={[
          { term: t("selection:stage.openedAt"), description: when(record.openedAt) },
          { term: t("selection:stage.closedAt"), description: signed(record.closedAt, record.closedBy) },
          { term: t("selection:stage.approvedAt"), description: signed(record.approvedAt, record.approvedBy) },
          { term: t("selection:stage.publishAt"), description: when(record.publishAt) },
          { term: t("selection:stage.publishedAt"), description: when(record.publishedAt) },
          {
            term: t("selection:digest"),
            description: record.digest === null ? null : <span className="code">{record.digest}</span>,
          },
        ]}
      />
    </SectionCard>
  );
}

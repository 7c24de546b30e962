import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { Timeline } from "#app/components/timeline.tsx";

type TimelineCardProps = {
  readonly happened: readonly { readonly key: string; readonly at: string; readonly sentence: string }[];
  readonly next: readonly {
    readonly key: string;
    readonly label: string;
    readonly when: string;
    readonly isRunning: boolean;
  }[];
};

/** What happened so far with its times, and the dates that come. */
export function TimelineCard({ happened, next }: TimelineCardProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("applicant:timeline.title")}>
      <Timeline
        label={t("applicant:timeline.title")}
        items={[
          ...happened.map(({ key, at, sentence }) => ({
            key,
            text: sentence,
            when: <TimeStamp value={at} as="seconds" />,
          })),
          ...next.map(({ key, label, when, isRunning }) => ({
            key: `next-${key}`,
            text: t(isRunning ? "applicant:timeline.running" : "applicant:timeline.next", { event: label }),
            when,
            isNext: true,
          })),
        ]}
      />
    </SectionCard>
  );
}

import { useTranslation } from "react-i18next";
import { BarList } from "#app/components/bar-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import { formatNumber } from "#app/i18n/format.ts";

type FunnelProps = {
  readonly statuses: readonly { readonly status: ApplicationStatus; readonly applications: number }[];
  readonly tracks: readonly {
    readonly id: string;
    readonly title: string;
    readonly seats: number;
    readonly applications: number;
  }[];
};

/** Where the applications stand, and how many named each track first. */
export function Funnel({ statuses, tracks }: FunnelProps) {
  const { t } = useTranslation();
  const met = statuses.filter(({ applications }) => applications > 0);
  return (
    <div className="columns">
      <SectionCard title={t("administrator:overview.byStatus")}>
        {met.length === 0 ? (
          <p>{t("administrator:overview.noApplications")}</p>
        ) : (
          <BarList
            caption={t("administrator:overview.byStatusCaption")}
            labelHeader={t("administrator:overview.status")}
            valueHeader={t("administrator:overview.people")}
            bars={met.map(({ status, applications }) => ({
              label: t(`administrator:status.${status}`),
              value: applications,
            }))}
          />
        )}
      </SectionCard>
      <SectionCard title={t("administrator:overview.byTrack")}>
        <BarList
          caption={t("administrator:overview.byTrackCaption")}
          labelHeader={t("administrator:overview.track")}
          valueHeader={t("administrator:overview.people")}
          bars={tracks.map(({ title, seats, applications }) => ({
            label: title,
            value: applications,
            text: t("administrator:overview.ofSeats", {
              people: formatNumber(applications),
              seats: formatNumber(seats),
            }),
          }))}
        />
      </SectionCard>
    </div>
  );
}

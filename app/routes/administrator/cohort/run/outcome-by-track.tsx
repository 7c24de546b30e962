import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { QuotaReport, Swap } from "#app/domain/selection/selection.ts";

export type TrackOutcome = {
  readonly track: string;
  readonly title: string;
  readonly seats: number;
  readonly selected: number;
  readonly reserve: number;
  readonly lowestTotal: string | null;
  readonly unfilled: number;
};

/** Seats, selected and reserve per track; an empty seat is never shown without its reason. */
export function OutcomeByTrack({ tracks }: { readonly tracks: readonly TrackOutcome[] }) {
  const { t } = useTranslation();
  const short = tracks.filter(({ unfilled }) => unfilled > 0);
  return (
    <SectionCard title={t("selection:run.byTrack")}>
      <DataTable
        caption={t("selection:run.byTrack")}
        captionHidden
        rows={tracks}
        rowKey={({ track }) => track}
        columns={[
          { key: "track", header: t("selection:track"), rowHeader: true, cell: ({ title }) => title },
          { key: "seats", header: t("selection:seats.sum"), align: "end", cell: ({ seats }) => seats },
          { key: "selected", header: t("selection:decision.selected"), align: "end", cell: ({ selected }) => selected },
          { key: "reserve", header: t("selection:decision.reserve"), align: "end", cell: ({ reserve }) => reserve },
          { key: "cut", header: t("selection:run.lowestTotal"), align: "end", cell: (row) => row.lowestTotal ?? "–" },
          { key: "unfilled", header: t("selection:run.unfilled"), align: "end", cell: ({ unfilled }) => unfilled },
        ]}
      />
      {short.length > 0 && (
        <Notice tone="warning" title={t("selection:run.unfilledTitle")}>
          <ul>
            {short.map(({ track, title, unfilled }) => (
              <li key={track}>{t("selection:run.unfilledReason", { track: title, seats: unfilled })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </SectionCard>
  );
}

type QuotasProps = {
  readonly quotas: readonly (QuotaReport & { readonly region: string })[];
  readonly swaps: readonly (Swap & { readonly title: string })[];
};

/** What a regional share asked for, what was reached, and who changed places for it. */
export function Quotas({ quotas, swaps }: QuotasProps) {
  const { t } = useTranslation();
  if (quotas.length === 0) return null;
  return (
    <SectionCard title={t("selection:run.quotas")}>
      <ul>
        {quotas.map((quota) => (
          <li key={quota.id}>
            {t("selection:run.quota", {
              region: quota.region,
              percent: quota.percent,
              selected: quota.selected,
              needed: quota.needed,
              byMerit: quota.byMerit,
              achieved: quota.achieved,
            })}
            {quota.shortfall > 0 && ` ${t("selection:run.shortfall", { people: quota.shortfall })}`}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t("selection:run.swaps")}
        rows={swaps}
        rowKey={({ out }) => out}
        empty={t("selection:run.noSwaps")}
        columns={[
          { key: "track", header: t("selection:track"), rowHeader: true, cell: ({ title }) => title },
          { key: "in", header: t("selection:run.swapIn"), cell: (swap) => swap.in },
          { key: "out", header: t("selection:run.swapOut"), cell: (swap) => swap.out },
        ]}
      />
    </SectionCard>
  );
}

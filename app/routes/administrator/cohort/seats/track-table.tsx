import { useTranslation } from "react-i18next";
import { BarList } from "#app/components/bar-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import type { TrackView } from "./seats-view.server.ts";

type Counted = "seats" | "accepted" | "open" | "held" | "free" | "waiting";
const counted: readonly Counted[] = ["seats", "accepted", "open", "held", "free", "waiting"];

/** Every seat of every track, and who would get the next one that falls free. */
export function TrackTable({ tracks }: { readonly tracks: readonly TrackView[] }) {
  const { t } = useTranslation();
  const sum = (key: Counted) => tracks.reduce((all, track) => all + track[key], 0);
  const all = Object.fromEntries(counted.map((key) => [key, sum(key)])) as Record<Counted, number>;
  const rows = [...tracks, { ...all, id: "", title: t("seats:manage.all"), added: 0, next: null }];
  const numbers = counted.map((key): Column<TrackView> => ({
    key,
    header: t(`seats:manage.column.${key}`),
    align: "end",
    cell: (track) => (
      <>
        {formatNumber(track[key])}
        {key === "seats" && track.added > 0 && (
          <span className="muted small"> ({t("seats:manage.added", { seats: track.added })})</span>
        )}
      </>
    ),
  }));
  return (
    <SectionCard title={t("seats:manage.tracks")}>
      <BarList
        caption={t("seats:manage.bars")}
        max={100}
        bars={tracks.map(({ title, accepted, open, held, seats }) => {
          const taken = accepted + open + held;
          return {
            label: title,
            value: (taken * 100) / Math.max(1, seats),
            text: t("seats:manage.barText", { taken, seats }),
          };
        })}
      />
      <DataTable
        caption={t("seats:manage.tracks")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "track", header: t("seats:manage.column.track"), cell: ({ title }) => title, rowHeader: true },
          ...numbers,
          { key: "next", header: t("seats:manage.column.next"), cell: (track) => <Next track={track} /> },
        ]}
      />
    </SectionCard>
  );
}

function Next({ track: { id, next } }: { readonly track: TrackView }) {
  const { t } = useTranslation();
  if (id === "") return null;
  return next ? t("seats:manage.nextIs", next) : <span className="muted">{t("seats:manage.nobody")}</span>;
}

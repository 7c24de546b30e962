import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";

export type AnnouncedTrack = {
  readonly id: string;
  readonly title: string;
  readonly people: readonly AnnouncedRow[];
  /** Only where the definition makes reserve numbers public. */
  readonly reserves: readonly AnnouncedRow[];
};
export type AnnouncedRow = { readonly number: string; readonly maskedName: string };

type AnnouncedListProps = { readonly tracks: readonly AnnouncedTrack[]; readonly showsNames: boolean };

/** By track, by application number; never a score or a rank. */
export function AnnouncedList({ tracks, showsNames }: AnnouncedListProps) {
  const { t } = useTranslation();
  return tracks.map(({ id, title, people, reserves }) => (
    <SectionCard key={id} title={t("seats:list.track", { track: title, people: people.length })}>
      <Rows caption={t("seats:list.caption", { track: title })} rows={people} showsNames={showsNames} />
      {reserves.length > 0 && (
        <Rows caption={t("seats:list.reserveCaption", { track: title })} rows={reserves} showsNames={showsNames} />
      )}
    </SectionCard>
  ));
}

type RowsProps = { readonly caption: string; readonly rows: readonly AnnouncedRow[]; readonly showsNames: boolean };

function Rows({ caption, rows, showsNames }: RowsProps) {
  const { t } = useTranslation();
  const name = { key: "name", header: t("seats:list.name"), cell: ({ maskedName }: AnnouncedRow) => maskedName };
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ number }) => number}
      empty={t("seats:list.nobody")}
      columns={[
        { key: "number", header: t("seats:list.number"), cell: ({ number }) => number, rowHeader: true },
        ...(showsNames ? [name] : []),
      ]}
    />
  );
}

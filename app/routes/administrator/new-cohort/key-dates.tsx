import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatInstant, formatNumber, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type When = { readonly start: string; readonly end: string | null };

type KeyDatesProps = {
  readonly name: string;
  readonly slug: string;
  readonly seats: number;
  readonly isSample: boolean;
  readonly events: readonly {
    readonly key: string;
    readonly label: string;
    readonly before: When;
    readonly after: When;
  }[];
};

/** A definition without mistakes: what it is called and when things happen, before it becomes a cohort. */
export function KeyDates({ name, slug, seats, isSample, events }: KeyDatesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = ({ start, end }: When) =>
    end === null ? formatInstant(start, language) : formatPeriod({ start, end }, language);
  const isMoved = events.some(({ before, after }) => before.start !== after.start);
  return (
    <>
      <Notice tone="success" role="status" title={t("administrator:new.valid")}>
        <p>{t("administrator:new.summary", { name, slug, seats: formatNumber(seats) })}</p>
        {isSample && <p>{t("administrator:new.sample")}</p>}
      </Notice>
      <DataTable
        caption={t("administrator:new.keyDates")}
        rows={events}
        rowKey={({ key }) => key}
        columns={[
          { key: "event", header: t("administrator:new.event"), rowHeader: true, cell: ({ label }) => label },
          ...(isMoved
            ? [
                {
                  key: "before",
                  header: t("administrator:new.before"),
                  cell: (row: (typeof events)[number]) => period(row.before),
                },
              ]
            : []),
          {
            key: "after",
            header: isMoved ? t("administrator:new.after") : t("administrator:new.when"),
            cell: ({ after }) => period(after),
          },
        ]}
      />
    </>
  );
}

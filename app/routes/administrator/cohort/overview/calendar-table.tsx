import { useTranslation } from "react-i18next";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { daysLeft, formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type Event = { readonly key: string; readonly label: string; readonly start: string; readonly end: string | null };

/** Key dates: what is over, what goes on, and how many days are left. */
export function CalendarTable({ events, now }: { readonly events: readonly Event[]; readonly now: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = new Date(now);
  return (
    <DataTable
      caption={t("administrator:calendar.caption")}
      rows={events}
      rowKey={({ key }) => key}
      columns={[
        { key: "event", header: t("administrator:calendar.event"), rowHeader: true, cell: ({ label }) => label },
        {
          key: "when",
          header: t("administrator:calendar.when"),
          cell: ({ start, end }) =>
            end === null ? formatInstant(start, language) : formatPeriod({ start, end }, language),
        },
        {
          key: "left",
          header: t("administrator:calendar.left"),
          cell: ({ start, end }) => <TimeLeft start={start} end={end} at={at} />,
        },
      ]}
    />
  );
}

function TimeLeft({ start, end, at }: Pick<Event, "start" | "end"> & { readonly at: Date }) {
  const { t } = useTranslation();
  if (at < new Date(start)) return <span className="nowrap">{daysLeft(start, at)}</span>;
  if (end !== null && at < new Date(end)) {
    return (
      <>
        <StatusTag tone="success">{t("administrator:calendar.running")}</StatusTag>{" "}
        <span className="nowrap">{t("administrator:calendar.endsIn", { days: daysLeft(end, at) })}</span>
      </>
    );
  }
  return <span className="muted">{t("administrator:calendar.over")}</span>;
}

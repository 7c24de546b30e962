import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { paths } from "#app/paths.ts";
import type { SeatsView } from "./seats-view.server.ts";

type ReserveListsProps = { readonly cohortId: string; readonly reserves: SeatsView["reserves"] };

/** The numbered lists, for internal use. */
export function ReserveLists({ cohortId, reserves }: ReserveListsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard
      title={t("seats:manage.reserves.title")}
      actions={<StatusTag tone="danger">{t("seats:manage.reserves.confidential")}</StatusTag>}
    >
      <p>{t("seats:manage.reserves.lead")}</p>
      {reserves
        .filter(({ places }) => places.length > 0)
        .map(({ id, title, places }) => (
          <DataTable
            key={id}
            caption={t("seats:manage.reserves.caption", { track: title })}
            dense
            rows={places}
            rowKey={({ number }) => number}
            columns={[
              {
                key: "reserveNumber",
                header: t("seats:manage.column.reserveNumber"),
                align: "end",
                cell: ({ number }) => number,
              },
              {
                key: "number",
                header: t("seats:manage.column.number"),
                rowHeader: true,
                cell: (place) => (
                  <Link to={paths.manage.application(cohortId, place.applicationId)}>{place.applicationNumber}</Link>
                ),
              },
              { key: "name", header: t("seats:manage.column.name"), cell: ({ name }) => name },
              {
                key: "acceptOther",
                header: t("seats:manage.reserves.acceptOther"),
                cell: ({ acceptOther }) => (acceptOther ? t("common:answer.yes") : t("common:answer.no")),
              },
              {
                key: "status",
                header: t("seats:manage.column.status"),
                cell: ({ status }) => (
                  <StatusTag tone={status === "waiting" ? "info" : "neutral"}>
                    {t(`seats:manage.place.${status}`)}
                  </StatusTag>
                ),
              },
            ]}
          />
        ))}
    </SectionCard>
  );
}

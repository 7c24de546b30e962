import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import { daysLeft, formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { PhaseTag } from "../phase-tag.tsx";

export type CohortRow = {
  readonly id: string;
  readonly phase: CohortPhase;
  readonly seats: number;
  readonly name: string;
  readonly applications: number;
  readonly drafts: number;
  readonly next: { readonly label: string; readonly edge: "start" | "end" | null; readonly at: string } | undefined;
};

export function CohortTable({ cohorts, now }: { readonly cohorts: readonly CohortRow[]; readonly now: string }) {
  const { t } = useTranslation();
  const columns: readonly Column<CohortRow>[] = [
    {
      key: "name",
      header: t("administrator:home.cohort"),
      rowHeader: true,
      cell: ({ id, name }) => <Link to={paths.manage.cohort(id)}>{name}</Link>,
    },
    { key: "phase", header: t("administrator:home.phase"), cell: ({ phase }) => <PhaseTag phase={phase} /> },
    {
      key: "applications",
      header: t("administrator:home.applications"),
      align: "end",
      cell: ({ applications, drafts }) =>
        drafts > 0
          ? t("administrator:home.withDrafts", {
              submitted: formatNumber(applications),
              drafts: formatNumber(drafts),
            })
          : formatNumber(applications),
    },
    { key: "seats", header: t("administrator:home.seats"), align: "end", cell: ({ seats }) => formatNumber(seats) },
    {
      key: "next",
      header: t("administrator:home.nextDate"),
      cell: ({ next }) =>
        next ? (
          <>
            {next.edge ? t(`administrator:edge.${next.edge}`, { event: next.label }) : next.label}{" "}
            <TimeStamp value={next.at} /> <strong className="nowrap">{daysLeft(next.at, new Date(now))}</strong>
          </>
        ) : (
          t("common:answer.none")
        ),
    },
  ];
  return (
    <DataTable caption={t("administrator:home.cohorts")} columns={columns} rows={cohorts} rowKey={({ id }) => id} />
  );
}

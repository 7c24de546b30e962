import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import { paths } from "#app/paths.ts";
import { ApplicationStatusTag } from "../../application-status-tag.tsx";
import { addressOf, type ListWishes } from "./list-wishes.ts";

type Row = {
  readonly id: string;
  readonly applicationNumber: string | null;
  readonly name: string;
  readonly status: ApplicationStatus;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly openFlags: number;
  readonly openClaims: number;
};

type ApplicationTableProps = {
  readonly cohortId: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
  /** Without them the columns cannot be sorted. */
  readonly wishes?: ListWishes;
};

export function ApplicationTable({ cohortId, caption, rows, tracks, wishes }: ApplicationTableProps) {
  const { t } = useTranslation();
  const trackOf = (key: string | null) => tracks.find(({ id }) => id === key)?.title ?? key ?? "";
  const columns: readonly Column<Row>[] = [
    {
      key: "number",
      header: t("administrator:applications.number"),
      rowHeader: true,
      ...sorting("number", wishes),
      cell: ({ id, applicationNumber }) => (
        <Link to={paths.manage.application(cohortId, id)} className="nowrap">
          {applicationNumber ?? t("administrator:applications.noNumber")}
        </Link>
      ),
    },
    {
      key: "name",
      header: t("administrator:applications.name"),
      ...sorting("name", wishes),
      cell: ({ name }) => name,
    },
    {
      key: "status",
      header: t("administrator:applications.status"),
      cell: ({ status }) => <ApplicationStatusTag status={status} />,
    },
    {
      key: "first",
      header: t("administrator:applications.firstChoice"),
      cell: ({ firstChoice }) => trackOf(firstChoice),
    },
    {
      key: "second",
      header: t("administrator:applications.secondChoice"),
      cell: ({ secondChoice }) => trackOf(secondChoice),
    },
    {
      key: "submitted",
      header: t("administrator:applications.submitted"),
      ...sorting("submitted", wishes),
      cell: ({ submittedAt }) => (submittedAt ? <TimeStamp value={submittedAt} /> : ""),
    },
    {
      key: "waiting",
      header: t("administrator:applications.waiting"),
      cell: ({ openFlags, openClaims }) => (
        <>
          {openFlags > 0 && (
            <StatusTag tone="warning">{t("administrator:applications.flags", { flags: openFlags })}</StatusTag>
          )}{" "}
          {openClaims > 0 && (
            <StatusTag tone="info">{t("administrator:applications.claims", { claims: openClaims })}</StatusTag>
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={caption} dense columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function sorting(key: "number" | "name" | "submitted", wishes: ListWishes | undefined) {
  if (wishes === undefined) return {};
  const isUp = wishes.order === key;
  const isDown = wishes.order === `-${key}`;
  return {
    sortHref: addressOf({ ...wishes, order: isUp ? `-${key}` : key, page: 1 }),
    sorted: isUp ? ("ascending" as const) : isDown ? ("descending" as const) : undefined,
  };
}

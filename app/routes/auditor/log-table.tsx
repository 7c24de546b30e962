import { useTranslation } from "react-i18next";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { LogDetail, short, type RecordNames } from "./log-detail.tsx";

export type LogRow = {
  readonly sequence: number;
  readonly at: string;
  readonly event: string;
  readonly actorRole: string;
  readonly actorName: string | null;
  readonly payload: string | null;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly hash?: string;
};

type LogTableProps = {
  readonly rows: readonly LogRow[];
  readonly caption: string;
  readonly names?: RecordNames | undefined;
};

/** Entries of the audit log: when, who, what, and what exactly. */
export function LogTable({ rows, caption, names = {} }: LogTableProps) {
  const { t } = useTranslation();
  const hasHashes = rows.some(({ hash }) => hash !== undefined);
  const columns: readonly Column<LogRow>[] = [
    {
      key: "sequence",
      header: t("auditor:log.sequence"),
      align: "end",
      rowHeader: true,
      cell: ({ sequence }) => sequence,
    },
    {
      key: "at",
      header: t("auditor:log.at"),
      cell: ({ at }) => (
        <span className="nowrap">
          <TimeStamp value={at} as="seconds" />
        </span>
      ),
    },
    {
      key: "actor",
      header: t("auditor:log.actor"),
      cell: ({ actorName, actorRole }) => `${actorName ?? ""} ${t(`auditor:role.${actorRole}`)}`.trim(),
    },
    {
      key: "event",
      header: t("auditor:log.event"),
      cell: ({ event }) => t([`auditor:event.${event}`, "auditor:event.other"], { event }),
    },
    {
      key: "payload",
      header: t("auditor:log.payload"),
      cell: ({ payload }) => <LogDetail payload={payload} names={names} />,
    },
    ...(hasHashes
      ? [
          {
            key: "subject",
            header: t("auditor:log.subject"),
            cell: ({ subjectKind, subjectId }: LogRow) => (
              <>
                {t([`auditor:subject.${subjectKind ?? ""}`, "auditor:subject.other"], { kind: subjectKind })}{" "}
                <span className="nowrap">{names[subjectId ?? ""] ?? short(subjectId ?? "")}</span>
              </>
            ),
          },
          {
            key: "hash",
            header: t("auditor:log.hash"),
            cell: ({ hash = "" }: LogRow) => <span className="code small nowrap">{hash.slice(0, 12)}…</span>,
          },
        ]
      : []),
  ];
  return <DataTable caption={caption} dense columns={columns} rows={rows} rowKey={({ sequence }) => sequence} />;
}

import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { FilterBar } from "#app/components/table/filter-bar.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { hrefOfPage } from "../page-number.ts";

export type MessageLine = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly recipient: string;
  readonly status: "queued" | "sent" | "failed" | "stopped";
  readonly attempts: number;
  readonly sentAt: string | null;
  readonly dueAt: string;
};

const tones: Readonly<Record<MessageLine["status"], Tone>> = {
  queued: "info",
  sent: "success",
  failed: "danger",
  stopped: "warning",
};

type MessageTableProps = {
  readonly rows: readonly MessageLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly kind: string;
  readonly status: string;
  readonly kinds: readonly string[];
};

export function MessageTable({ rows, total, page, pageSize, kind, status, kinds }: MessageTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search] = useSearchParams();
  const nameOf = (each: string) => t(`seats:messages.kinds.${each}`, { defaultValue: each });
  const all = t("seats:manage.filter.all");
  const hrefOf = (id: string) => {
    const next = new URLSearchParams(search);
    next.delete("done");
    next.set("message", id);
    return `?${next.toString()}#message`;
  };
  return (
    <SectionCard title={t("seats:messages.list")}>
      <FilterBar clearHref="?" active={[kind, status].filter(Boolean).length}>
        <SelectField
          name="kind"
          label={t("seats:messages.kind")}
          options={kinds.map((value) => ({ value, label: nameOf(value) }))}
          defaultValue={kind}
          empty={all}
        />
        <SelectField
          name="status"
          label={t("seats:messages.status")}
          options={Object.keys(tones).map((value) => ({ value, label: t(`seats:messages.state.${value}`) }))}
          defaultValue={status}
          empty={all}
        />
      </FilterBar>
      <DataTable
        caption={t("seats:messages.list")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "kind", header: t("seats:messages.kind"), cell: (row) => nameOf(row.kind), rowHeader: true },
          { key: "number", header: t("seats:messages.number"), cell: ({ number }) => number },
          { key: "recipient", header: t("seats:messages.recipient"), cell: ({ recipient }) => recipient },
          {
            key: "status",
            header: t("seats:messages.status"),
            cell: (row) => <StatusTag tone={tones[row.status]}>{t(`seats:messages.state.${row.status}`)}</StatusTag>,
          },
          { key: "attempts", header: t("seats:messages.attempts"), align: "end", cell: ({ attempts }) => attempts },
          {
            key: "at",
            header: t("seats:messages.at"),
            cell: ({ sentAt, dueAt }) =>
              sentAt === null
                ? t("seats:messages.dueAt", { at: formatInstant(dueAt, language) })
                : t("seats:messages.sentAt", { at: formatInstant(sentAt, language) }),
          },
          {
            key: "read",
            header: t("seats:messages.read"),
            cell: ({ id, kind: of, number }) => (
              <Link to={hrefOf(id)} aria-label={`${t("seats:messages.read")}: ${nameOf(of)} ${number}`}>
                {t("seats:messages.read")}
              </Link>
            ),
          },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={total} hrefOf={(next) => hrefOfPage(search, next)} />
    </SectionCard>
  );
}

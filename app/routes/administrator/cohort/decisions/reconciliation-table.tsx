import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

export type ReconciliationRow = {
  readonly key: string;
  readonly outcome: string;
  readonly stage: string | null;
  readonly publishedAt: string | null;
  readonly people: number;
  readonly told: number;
  readonly queued: number;
  readonly failed: number;
  readonly missing: number;
  /** Somebody who withdrew, or on whom nothing is decided, has no result to be told. */
  readonly hasMessage: boolean;
};

type ReconciliationTableProps = {
  readonly rows: readonly ReconciliationRow[];
  readonly submitted: number;
  readonly sums: boolean;
  readonly complete: boolean;
  readonly isPublished: boolean;
};

/** Chosen = told, for every outcome; the sum is everybody who submitted. */
export function ReconciliationTable({ rows, submitted, sums, complete, isPublished }: ReconciliationTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = ({ outcome, stage, publishedAt }: ReconciliationRow) => {
    if (stage === null) return t(`selection:reconciled.${outcome}`);
    const date = publishedAt === null ? "–" : formatDate(publishedAt, language);
    return t("selection:reconciled.not_passed", { stage, date });
  };
  const cell = (row: ReconciliationRow, value: number) => (row.hasMessage ? formatNumber(value) : "–");
  const balanced = sums && complete;
  return (
    <SectionCard title={t("selection:decisions.reconciliation")} id="reconciliation">
      {isPublished && (
        <Notice tone={balanced ? "success" : "danger"}>
          {t(balanced ? "selection:decisions.balanced" : "selection:decisions.unbalanced", {
            people: formatNumber(submitted),
          })}
        </Notice>
      )}
      <DataTable
        caption={t("selection:decisions.reconciliationCaption")}
        rows={[...rows, sumOf(rows)]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "outcome",
            header: t("selection:entries.outcome"),
            rowHeader: true,
            cell: (row) => (
              <span className="nowrap">{row.key === "sum" ? t("selection:decisions.sum") : nameOf(row)}</span>
            ),
          },
          {
            key: "people",
            header: t("selection:decisions.people"),
            align: "end",
            cell: (row) => formatNumber(row.people),
          },
          { key: "told", header: t("selection:decisions.told"), align: "end", cell: (row) => cell(row, row.told) },
          {
            key: "queued",
            header: t("selection:decisions.queued"),
            align: "end",
            cell: (row) => cell(row, row.queued),
          },
          {
            key: "failed",
            header: t("selection:decisions.failed"),
            align: "end",
            cell: (row) => cell(row, row.failed),
          },
          {
            key: "missing",
            header: t("selection:decisions.missing"),
            align: "end",
            cell: (row) => cell(row, row.missing),
          },
        ]}
      />
    </SectionCard>
  );
}

function sumOf(rows: readonly ReconciliationRow[]): ReconciliationRow {
  const sum = (value: (row: ReconciliationRow) => number) => rows.reduce((all, row) => all + value(row), 0);
  return {
    key: "sum",
    outcome: "sum",
    stage: null,
    publishedAt: null,
    people: sum(({ people }) => people),
    told: sum(({ told }) => told),
    queued: sum(({ queued }) => queued),
    failed: sum(({ failed }) => failed),
    missing: sum(({ missing }) => missing),
    hasMessage: true,
  };
}

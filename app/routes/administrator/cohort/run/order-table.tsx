import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { hrefOfPage } from "../page-number.ts";

export type OrderLine = {
  readonly index: number;
  readonly applicationNo: string;
  readonly rank: number;
  readonly total: string;
  readonly bonus: string;
  readonly sameTotal: number;
  /** Labels of the tie-breakers that decided. */
  readonly decidedBy: readonly string[];
  readonly firstChoice: string;
  readonly outcome: "selected" | "reserve" | "not_selected";
  readonly place: string;
};

export const decisionTones = {
  selected: "success",
  reserve: "info",
  not_selected: "neutral",
} as const satisfies Readonly<Record<string, Tone>>;

type OrderTableProps = {
  readonly rows: readonly OrderLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};

/** Everybody above every minimum, best first, with what told equal totals apart. */
export function OrderTable({ rows, total, page, pageSize }: OrderTableProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  return (
    <SectionCard title={t("selection:run.order")} id="order">
      <p className="muted">{t("selection:run.orderHelp")}</p>
      <DataTable
        caption={t("selection:run.order")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ index }) => index}
        columns={[
          { key: "rank", header: t("selection:entries.rank"), align: "end", cell: ({ rank }) => rank },
          {
            key: "number",
            header: t("selection:applicationNumber"),
            rowHeader: true,
            cell: ({ index, applicationNo }) => (
              <Link to={`?page=${page}&explain=${index}#explanation`} preventScrollReset={false}>
                {applicationNo}
              </Link>
            ),
          },
          { key: "first", header: t("selection:firstChoice"), cell: ({ firstChoice }) => firstChoice },
          { key: "total", header: t("selection:run.total"), align: "end", cell: (row) => row.total },
          { key: "bonus", header: t("selection:run.bonus"), align: "end", cell: ({ bonus }) => bonus },
          {
            key: "tie",
            header: t("selection:run.decidedBy"),
            cell: ({ sameTotal, decidedBy }) =>
              sameTotal > 1 ? decidedBy.join(", ") || t("selection:run.undecided") : "–",
          },
          {
            key: "outcome",
            header: t("selection:entries.outcome"),
            cell: ({ outcome, place }) => (
              <>
                <StatusTag tone={decisionTones[outcome]}>{t(`selection:decision.${outcome}`)}</StatusTag> {place}
              </>
            ),
          },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={total} hrefOf={(each) => hrefOfPage(search, each)} />
    </SectionCard>
  );
}

import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SelectField } from "#app/components/form/select-field.tsx";
import type { Option } from "#app/components/form/field-props.ts";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { FilterBar } from "#app/components/table/filter-bar.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { offerStatuses, type OfferStatus } from "#app/domain/offer/offer.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import { hrefOfPage } from "../page-number.ts";

export type LedgerView = {
  readonly rows: readonly LedgerLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly status: string;
  readonly track: string;
};
type LedgerLine = {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly name: string;
  readonly track: string;
  readonly status: OfferStatus;
  readonly origin: "selection" | "reserve";
  readonly respondBy: string | null;
  readonly answeredAt: string | null;
  readonly reason: string;
};

const tones: Readonly<Record<OfferStatus, Tone>> = {
  held: "info",
  open: "warning",
  accepted: "success",
  declined: "neutral",
  lapsed: "neutral",
  cancelled: "danger",
};

type LedgerCardProps = {
  readonly cohortId: string;
  readonly ledger: LedgerView;
  readonly tracks: readonly Option[];
  readonly cancelReasons: readonly Option[];
};

/** Every offer that was ever made, and the form that takes one back. */
export function LedgerCard({ cohortId, ledger, tracks, cancelReasons }: LedgerCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search] = useSearchParams();
  const at = (instant: string | null) => (instant === null ? "" : formatInstant(instant, language));
  const statuses = offerStatuses.map((value) => ({ value, label: t(`seats:state.${value}`) }));
  const all = t("seats:manage.filter.all");
  return (
    <SectionCard title={t("seats:manage.ledger")}>
      <FilterBar clearHref="?" active={[ledger.status, ledger.track].filter(Boolean).length}>
        <SelectField
          name="status"
          label={t("seats:manage.filter.status")}
          options={statuses}
          defaultValue={ledger.status}
          empty={all}
        />
        <SelectField
          name="track"
          label={t("seats:manage.filter.track")}
          options={tracks}
          defaultValue={ledger.track}
          empty={all}
        />
      </FilterBar>
      <DataTable
        caption={t("seats:manage.ledger")}
        captionHidden
        dense
        rows={ledger.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "number",
            header: t("seats:manage.column.number"),
            rowHeader: true,
            cell: (row) => (
              <Link className="nowrap" to={paths.manage.application(cohortId, row.applicationId)}>
                {row.number}
              </Link>
            ),
          },
          { key: "name", header: t("seats:manage.column.name"), cell: ({ name }) => name },
          { key: "track", header: t("seats:manage.column.track"), cell: ({ track }) => track },
          {
            key: "origin",
            header: t("seats:manage.column.origin"),
            cell: (row) => t(`seats:manage.origin.${row.origin}`),
          },
          {
            key: "status",
            header: t("seats:manage.column.status"),
            cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`seats:state.${status}`)}</StatusTag>,
          },
          { key: "respondBy", header: t("seats:manage.column.respondBy"), cell: ({ respondBy }) => at(respondBy) },
          { key: "answeredAt", header: t("seats:manage.column.answeredAt"), cell: ({ answeredAt }) => at(answeredAt) },
          { key: "reason", header: t("seats:manage.column.reason"), cell: ({ reason }) => reason },
          {
            key: "act",
            header: t("seats:manage.column.act"),
            cell: (row) =>
              row.status === "open" || row.status === "accepted" ? <Cancel row={row} reasons={cancelReasons} /> : null,
          },
        ]}
      />
      <Pagination
        page={ledger.page}
        pageSize={ledger.pageSize}
        total={ledger.total}
        hrefOf={(page) => hrefOfPage(search, page)}
      />
    </SectionCard>
  );
}

function Cancel({ row, reasons }: { readonly row: LedgerLine; readonly reasons: readonly Option[] }) {
  const { t } = useTranslation();
  return (
    <ConfirmBox
      label={t("seats:manage.cancel.open")}
      explanation={<p>{t("seats:manage.cancel.explanation", { number: row.number })}</p>}
      confirmLabel={t("seats:manage.cancel.confirm")}
      intent="cancel"
    >
      <HiddenIntent name="offerId" value={row.id} />
      <SelectField
        name="reason"
        id={`reason-${row.id}`}
        label={t("seats:manage.cancel.reason")}
        options={reasons}
        required
      />
    </ConfirmBox>
  );
}

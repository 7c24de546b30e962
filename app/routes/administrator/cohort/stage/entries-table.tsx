import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/form/select-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { FilterBar } from "#app/components/table/filter-bar.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { stageOutcomes, type StageOutcome } from "#app/domain/cohort/stage-status.ts";
import { paths } from "#app/paths.ts";
import { hrefOfPage } from "../page-number.ts";

export type EntryRow = {
  readonly applicationId: string;
  readonly evaluationNumber: string;
  readonly applicationNumber: string;
  readonly track: string;
  readonly outcome: StageOutcome;
  readonly score: string | null;
  readonly basis: string | null;
  readonly rank: number | null;
  /** Sentences. */
  readonly why: readonly string[];
};

export const outcomeTones: Readonly<Record<StageOutcome, Tone>> = {
  pending: "neutral",
  passed: "success",
  failed: "danger",
  absent: "warning",
  excluded: "neutral",
};

type EntriesTableProps = {
  readonly cohortId: string;
  readonly rows: readonly EntryRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
  readonly filter: { readonly outcome?: string | undefined; readonly track?: string | undefined };
};

/** Everybody in the stage with score, outcome and reason. Evaluation numbers are what reviewers know them by. */
export function EntriesTable({ cohortId, rows, total, page, pageSize, tracks, filter }: EntriesTableProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const active = [filter.outcome, filter.track].filter((value) => value !== undefined).length;
  return (
    <SectionCard title={t("selection:entries.title")} id="entries">
      <FilterBar clearHref="?" active={active}>
        <SelectField
          name="outcome"
          label={t("selection:entries.outcome")}
          empty={t("selection:all")}
          defaultValue={filter.outcome}
          options={stageOutcomes.map((value) => ({ value, label: t(`selection:outcome.${value}`) }))}
        />
        <SelectField
          name="track"
          label={t("selection:track")}
          empty={t("selection:all")}
          defaultValue={filter.track}
          options={tracks.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </FilterBar>
      <DataTable
        caption={t("selection:entries.caption")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          {
            key: "application",
            header: t("selection:applicationNumber"),
            rowHeader: true,
            cell: (row) => (
              <Link to={paths.manage.application(cohortId, row.applicationId)}>{row.applicationNumber}</Link>
            ),
          },
          { key: "evaluation", header: t("selection:evaluationNumber"), cell: (row) => row.evaluationNumber },
          { key: "track", header: t("selection:track"), cell: (row) => row.track },
          { key: "score", header: t("selection:entries.score"), align: "end", cell: (row) => row.score ?? "–" },
          { key: "basis", header: t("selection:entries.basis"), align: "end", cell: (row) => row.basis ?? "–" },
          { key: "rank", header: t("selection:entries.rank"), align: "end", cell: (row) => row.rank ?? "–" },
          {
            key: "outcome",
            header: t("selection:entries.outcome"),
            cell: (row) => (
              <StatusTag tone={outcomeTones[row.outcome]}>{t(`selection:outcome.${row.outcome}`)}</StatusTag>
            ),
          },
          { key: "why", header: t("selection:entries.why"), cell: (row) => row.why.join(" ") },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={total} hrefOf={(each) => hrefOfPage(search, each)} />
    </SectionCard>
  );
}

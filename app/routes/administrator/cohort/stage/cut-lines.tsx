import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { shownNumber } from "../shown-number.ts";
import { ScoreHistogram } from "./score-histogram.tsx";

export type TrackLine = {
  readonly track: string;
  readonly title: string;
  readonly entered: number;
  readonly passed: number;
  readonly absent: number;
  readonly excluded: number;
  readonly belowMinimum: number;
  readonly outranked: number;
  readonly places: number | null;
  readonly lowestBasis: string | null;
  readonly beyondPlaces: number;
  readonly distribution: {
    readonly max: string;
    readonly bins: readonly { readonly passed: number; readonly failed: number }[];
  };
};

type CutLinesProps = {
  readonly tracks: readonly TrackLine[];
  readonly reviewCounts: readonly { readonly reviews: number; readonly applications: number }[];
};

/** What closing the stage found, per track: a table of counts and the same as a drawing. */
export function CutLines({ tracks, reviewCounts }: CutLinesProps) {
  const { t } = useTranslation();
  const tied = tracks.filter(({ beyondPlaces }) => beyondPlaces > 0);
  const number = (value: number) => formatNumber(value);
  return (
    <SectionCard title={t("selection:cut.title")}>
      <DataTable
        caption={t("selection:cut.caption")}
        rows={tracks}
        rowKey={({ track }) => track}
        columns={[
          { key: "track", header: t("selection:track"), cell: ({ title }) => title, rowHeader: true },
          { key: "entered", header: t("selection:cut.entered"), align: "end", cell: (row) => number(row.entered) },
          { key: "places", header: t("selection:cut.places"), align: "end", cell: (row) => row.places ?? "–" },
          { key: "passed", header: t("selection:cut.passed"), align: "end", cell: (row) => number(row.passed) },
          {
            key: "cut",
            header: t("selection:cut.line"),
            align: "end",
            cell: (row) => (row.lowestBasis === null ? "–" : shownNumber(row.lowestBasis)),
          },
          {
            key: "outranked",
            header: t("selection:reason.outranked"),
            align: "end",
            cell: (row) => number(row.outranked),
          },
          { key: "below", header: t("selection:cut.below"), align: "end", cell: (row) => number(row.belowMinimum) },
          { key: "absent", header: t("selection:outcome.absent"), align: "end", cell: (row) => number(row.absent) },
          { key: "excluded", header: t("selection:cut.left"), align: "end", cell: (row) => number(row.excluded) },
        ]}
      />
      {tied.length > 0 && (
        <Notice title={t("selection:cut.tied")}>
          <ul>
            {tied.map(({ track, title, beyondPlaces }) => (
              <li key={track}>{t("selection:cut.tiedTrack", { track: title, people: beyondPlaces })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {reviewCounts.length > 1 && (
        <Notice tone="warning" title={t("selection:cut.unequalReviews")}>
          <ul>
            {reviewCounts.map(({ reviews, applications }) => (
              <li key={reviews}>{t("selection:cut.reviewCount", { reviews, applications })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="columns">
        {tracks.map(({ track, title, distribution, lowestBasis, places }) => (
          <ScoreHistogram key={track} track={title} {...distribution} cut={places === null ? null : lowestBasis} />
        ))}
      </div>
    </SectionCard>
  );
}

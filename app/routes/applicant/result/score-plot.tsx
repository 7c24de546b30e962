import { useId } from "react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import type { ResultView } from "./result-view.server.ts";

type Row = ResultView["scores"][number];
type ScorePlotProps = { readonly scores: readonly Row[] };

const WIDTH = 320;
const ROW = 52;

/** Own numbers as bars, each with the line that it is measured by, and the same as a table. */
export function ScorePlot({ scores }: ScorePlotProps) {
  const { t } = useTranslation();
  if (scores.length === 0) return null;
  return (
    <SectionCard title={t("applicant:result.scores.title")}>
      <Picture scores={scores} />
      <DataTable
        caption={t("applicant:result.scores.caption")}
        captionHidden
        rows={scores}
        rowKey={({ label }) => label}
        columns={[
          { key: "what", header: t("applicant:result.scores.what"), rowHeader: true, cell: ({ label }) => label },
          {
            key: "own",
            header: t("applicant:result.scores.own"),
            align: "end",
            cell: ({ score }) => formatNumber(score),
          },
          { key: "max", header: t("applicant:result.scores.max"), align: "end", cell: ({ max }) => formatNumber(max) },
          {
            key: "line",
            header: t("applicant:result.scores.line"),
            cell: ({ line }) => (line ? `${line.label} ${formatNumber(line.score)}` : "-"),
          },
        ]}
      />
    </SectionCard>
  );
}

function Picture({ scores }: ScorePlotProps) {
  const { t } = useTranslation();
  const id = useId();
  const sentences = scores.map(({ label, score, line }) =>
    line
      ? t("applicant:result.scores.sayLine", { label, score, line: line.label, value: line.score })
      : t("applicant:result.scores.say", { label, score }),
  );
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${WIDTH} ${scores.length * ROW}`}
      role="img"
      aria-labelledby={`${id}title ${id}desc`}
    >
      <title id={`${id}title`}>{t("applicant:result.scores.title")}</title>
      <desc id={`${id}desc`}>{sentences.join(" ")}</desc>
      {scores.map((row, index) => (
        <Bar key={row.label} row={row} top={index * ROW} />
      ))}
    </svg>
  );
}

function Bar({ row: { label, score, max, line }, top }: { readonly row: Row; readonly top: number }) {
  const at = (value: string) => Math.min(WIDTH, Math.max(0, (Number(value) / Number(max)) * WIDTH));
  return (
    <>
      <text className="plot__text" x="0" y={top + 14}>
        {label}
      </text>
      <text className="plot__text plot__text--end" x={WIDTH} y={top + 14}>
        {formatNumber(score)}
      </text>
      <rect className="plot__track" x="0" y={top + 22} width={WIDTH} height="16" />
      <rect className="plot__value" x="0" y={top + 22} width={at(score)} height="16" />
      {line && <line className="plot__line" x1={at(line.score)} x2={at(line.score)} y1={top + 18} y2={top + 42} />}
    </>
  );
}

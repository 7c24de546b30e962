import { useTranslation } from "react-i18next";
import { shareOf, shownNumber } from "../shown-number.ts";

type ScoreHistogramProps = {
  readonly track: string;
  readonly max: string;
  readonly bins: readonly { readonly passed: number; readonly failed: number }[];
  /** The lowest value that passed. */
  readonly cut: string | null;
};

const WIDTH = 480;
const HEIGHT = 96;
const AXIS = 16;

/** How the people of one track lie on the scale, and where the line was drawn. The table beside it says it in numbers. */
export function ScoreHistogram({ track, max, bins, cut }: ScoreHistogramProps) {
  const { t } = useTranslation();
  const tallest = Math.max(1, ...bins.map(({ passed, failed }) => passed + failed));
  const width = WIDTH / bins.length;
  const heightOf = (people: number) => (people * HEIGHT) / tallest;
  const line = cut === null ? null : shareOf(cut, max) * WIDTH;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`}
        role="img"
        aria-label={t("selection:cut.plot", { track, cut: cut === null ? "-" : shownNumber(cut) })}
      >
        {bins.map(({ passed, failed }, index) => (
          <g key={index}>
            <rect
              x={index * width + 1}
              y={HEIGHT - heightOf(passed)}
              width={width - 2}
              height={heightOf(passed)}
              fill="var(--color-action)"
            />
            <rect
              x={index * width + 1}
              y={HEIGHT - heightOf(passed + failed)}
              width={width - 2}
              height={heightOf(failed)}
              fill="var(--color-line)"
            />
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--color-line-strong)" />
        {line !== null && (
          <line x1={line} x2={line} y1={0} y2={HEIGHT} stroke="var(--color-danger-line)" strokeWidth={2} />
        )}
        <text x={0} y={HEIGHT + AXIS - 3} fontSize={11} fill="currentColor">
          0
        </text>
        <text x={WIDTH} y={HEIGHT + AXIS - 3} fontSize={11} fill="currentColor" textAnchor="end">
          {shownNumber(max)}
        </text>
      </svg>
      <figcaption className="small muted">{t("selection:cut.legend", { track })}</figcaption>
    </figure>
  );
}

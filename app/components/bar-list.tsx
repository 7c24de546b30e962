import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

export type Bar = {
  readonly label: ReactNode;
  readonly value: number;
  /** Instead of the bare number: "120명 (36%)". */
  readonly text?: ReactNode;
};

type BarListProps = {
  readonly caption: ReactNode;
  readonly bars: readonly Bar[];
  readonly labelHeader?: ReactNode;
  readonly valueHeader?: ReactNode;
  /** What a full bar stands for; the greatest value unless said otherwise. */
  readonly max?: number | undefined;
};

/** Horizontal bars that are a table: the drawing only repeats the number beside it. */
export function BarList({ caption, bars, labelHeader, valueHeader, max }: BarListProps) {
  const { t } = useTranslation();
  const full = Math.max(1, max ?? Math.max(0, ...bars.map(({ value }) => value)));
  return (
    <table className="bar-list">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{labelHeader ?? t("common:bars.label")}</th>
          <th scope="col">{valueHeader ?? t("common:bars.value")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value, text }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>
              <svg className="bar-list__bar" aria-hidden="true" focusable="false">
                <rect className="bar-list__track" width="100%" height="100%" />
                <rect className="bar-list__value" width={`${Math.min(100, (value * 100) / full)}%`} height="100%" />
              </svg>
              <span className="bar-list__text">{text ?? formatNumber(value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

type ProgressBarProps = {
  readonly label: ReactNode;
  readonly done: number;
  readonly total: number;
  /** Instead of "30 of 120 (25 %)". */
  readonly text?: ReactNode;
};

export function ProgressBar({ label, done, total, text }: ProgressBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const percent = total > 0 ? Math.floor((done * 100) / total) : 0;
  return (
    <div className="progress">
      <label className="progress__label" htmlFor={id}>
        {label}
      </label>
      <progress className="progress__bar" id={id} value={Math.min(done, total)} max={Math.max(total, 1)} />
      <p className="progress__text">
        {text ?? t("common:progress.of", { done: formatNumber(done), total: formatNumber(total), percent })}
      </p>
    </div>
  );
}

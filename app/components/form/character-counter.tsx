import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";

type CharacterCounterProps = {
  readonly id: string;
  readonly used: number;
  readonly max?: number | undefined;
  readonly min?: number | undefined;
  readonly countSpaces?: boolean | undefined;
};

/** "123 / 700자 (공백 포함)"; says aloud only what needs action. */
export function CharacterCounter({ id, used, max, min, countSpaces = true }: CharacterCounterProps) {
  const { t } = useTranslation();
  const over = max === undefined ? 0 : Math.max(0, used - max);
  const short = min === undefined || used === 0 ? 0 : Math.max(0, min - used);
  const values = {
    used: formatNumber(used),
    max: formatNumber(max ?? 0),
    min: formatNumber(min ?? 0),
    spaces: t(countSpaces ? "common:counter.withSpaces" : "common:counter.withoutSpaces"),
  };
  return (
    <div className={over > 0 ? "field__counter field__counter--over" : "field__counter"}>
      <span id={id}>
        {max === undefined
          ? t("common:counter.usedWithoutMaximum", values)
          : min
            ? t("common:counter.usedWithMinimum", values)
            : t("common:counter.used", values)}
      </span>{" "}
      {short > 0 && <span>{t("common:counter.short", { short: formatNumber(short) })}</span>}
      <output>{over > 0 && t("common:counter.over", { over: formatNumber(over) })}</output>
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { useServerTime } from "#app/components/clock/use-server-time.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type ServerClockProps = {
  /** When the server made the page, as an ISO instant. */
  readonly serverTime: string;
  /** What is waited for; in its last day the time left is counted. */
  readonly deadline?: string | undefined;
};

const DAY_MS = 86_400_000;

/** The clock that deadlines go by. It ticks for the eyes only: a screen reader is told when it is asked. */
export function ServerClock({ serverTime, deadline }: ServerClockProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { now, isTicking } = useServerTime(serverTime);
  const left = deadline === undefined ? Number.NaN : Date.parse(deadline) - now.getTime();
  return (
    <p className="clock" role="timer" aria-live="off">
      {t(isTicking ? "common:clock.now" : "common:clock.made")}{" "}
      <time className="clock__time" dateTime={now.toISOString()}>
        {formatInstantWithSeconds(now, language)}
      </time>
      {isTicking && left > 0 && left <= DAY_MS && (
        <strong className="clock__left">{t("common:clock.left", { time: hoursMinutesSeconds(left) })}</strong>
      )}
      {isTicking && left <= 0 && <strong className="clock__left">{t("common:clock.over")}</strong>}
    </p>
  );
}

/** "03:12:05", rounded up: nothing is left only when nothing is left. */
function hoursMinutesSeconds(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

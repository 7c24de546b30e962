import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "#app/i18n/use-language.ts";

const SEOUL = "Asia/Seoul";

/** An instant by the reader's own clock, beside the Korean time; nothing where both show the same. */
export function OwnZoneTime({ instant }: { readonly instant: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useSyncExternalStore(never, ownZone, unknownZone);
  if (zone === null || wallClock(instant, zone) === wallClock(instant, SEOUL)) return null;
  const time = new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
  }).format(new Date(instant));
  return <span className="muted small">{t("common:clock.ownZone", { zone: zone.replaceAll("_", " "), time })}</span>;
}

function wallClock(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(
    new Date(instant),
  );
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** The server does not know it; the browser's first picture must be the server's. */
const unknownZone = (): null => null;
const never = () => () => undefined;

import { useEffect, useRef, useState } from "react";
import { paths } from "#app/paths.ts";

type ServerTime = {
  readonly now: Date;
  /** False until scripts run: then `now` is when the page was made. */
  readonly isTicking: boolean;
};

/** Of an instant of the server, the reading of this browser's monotonic clock at that moment. */
type Fix = { readonly server: number; readonly here: number };

const LEAST_BETWEEN_CHECKS_MS = 30_000;
/** `Date` of an answer has whole seconds: within these the clock is right as far as anybody can tell. */
const TOLERANCE_MS = 1_500;

let documentTimeUsed = false;

/**
 * The server's time, going on by what has passed here and never by this device's clock, which may be wrong. A device
 * that slept stops counting, so the time is checked whenever somebody comes back to the page.
 */
export function useServerTime(serverTime: string): ServerTime {
  const [shown, setShown] = useState<ServerTime>(() => ({ now: new Date(serverTime), isTicking: false }));
  const fix = useRef<Fix | null>(null);

  useEffect(() => {
    fix.current = { server: Date.parse(serverTime), here: askedAt() };
    const tick = () => {
      const time = timeAt(fix.current);
      setShown({ now: new Date(time), isTicking: true });
      timer = setTimeout(tick, 1_000 - (time % 1_000));
    };
    let timer = setTimeout(tick, 0);
    return () => clearTimeout(timer);
  }, [serverTime]);

  useEffect(() => {
    let checkedAt = performance.now();
    const check = async () => {
      if (document.visibilityState !== "visible" || performance.now() - checkedAt < LEAST_BETWEEN_CHECKS_MS) return;
      checkedAt = performance.now();
      const server = await askServer();
      if (server !== null && Math.abs(timeAt(fix.current) - server) > TOLERANCE_MS) {
        fix.current = { server, here: performance.now() };
      }
    };
    const onReturn = () => void check();
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, []);

  return shown;
}

function timeAt(fix: Fix | null): number {
  return fix === null ? Number.NaN : fix.server + (performance.now() - fix.here);
}

/**
 * When this page was asked for. Taken from the document's own request where the page came with it, so that the clock is
 * rather a moment fast than slow; a page that was opened by a link inside the portal was asked for just now.
 */
function askedAt(): number {
  const [navigation] = performance.getEntriesByType("navigation");
  const isFirst = !documentTimeUsed;
  documentTimeUsed = true;
  if (!isFirst || !(navigation instanceof PerformanceNavigationTiming)) return performance.now();
  const isThisPage = new URL(navigation.name).pathname === window.location.pathname;
  return isThisPage && navigation.requestStart > 0 ? navigation.requestStart : performance.now();
}

/** The middle of the second that the server names; null where it cannot be reached. */
async function askServer(): Promise<number | null> {
  try {
    const answer = await fetch(paths.health(), { method: "HEAD", cache: "no-store" });
    const time = Date.parse(answer.headers.get("Date") ?? "");
    return Number.isNaN(time) ? null : time + 500;
  } catch {
    return null;
  }
}

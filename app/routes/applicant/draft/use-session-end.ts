import { useEffect, useRef, useState } from "react";
import { paths } from "#app/paths.ts";

export type SessionTold = { readonly expiresAt: string | null; readonly secondsLeft: number };
export type SessionState = "far" | "soon" | "over";

/** How long before its end somebody is asked whether the session should go on. */
const WARN_S = 5 * 60;
/** Timers of hours run late in a sleeping phone: the page looks at its clock anew, at least this often. */
const LOOK_MS = 30_000;

type SessionEnd = { readonly state: SessionState; readonly expiresAt: string; readonly extend: () => void };

/** Counts down from what the server said, by the page's own steady clock; asks the server before it says anything. */
export function useSessionEnd(loaded: SessionTold): SessionEnd {
  const [view, setView] = useState<{ readonly state: SessionState; readonly told: SessionTold }>();
  const extend = useRef(() => {});

  useEffect(() => {
    let told = loaded;
    let shown: SessionState = "far";
    let endsAt = performance.now() + loaded.secondsLeft * 1000;
    const learn = (news: SessionTold | undefined) => {
      if (news) [told, endsAt] = [news, performance.now() + news.secondsLeft * 1000];
      shown = stateOf(endsAt);
      setView({ state: shown, told });
    };
    // A save or another window may have lengthened it meanwhile.
    const look = async () => stateOf(endsAt) !== shown && learn(await ask("GET"));
    extend.current = () => void ask("POST").then(learn);

    const soon = setTimeout(look, Math.max(0, loaded.secondsLeft - WARN_S) * 1000 + 500);
    const timer = setInterval(look, LOOK_MS);
    const seen = () => void look();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [loaded]);

  const { state = "far", told = loaded } = view ?? {};
  return { state, expiresAt: told.expiresAt ?? loaded.expiresAt ?? "", extend: () => extend.current() };
}

function stateOf(endsAt: number): SessionState {
  const left = (endsAt - performance.now()) / 1000;
  if (left <= 0) return "over";
  return left <= WARN_S ? "soon" : "far";
}

/** Nothing when the server cannot be reached: the page then trusts its own count. */
async function ask(method: "GET" | "POST"): Promise<SessionTold | undefined> {
  const sent = method === "POST" ? { method, body: new URLSearchParams() } : {};
  const answer = await fetch(paths.session(), sent).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as SessionTold) : undefined;
}

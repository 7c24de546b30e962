import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";
import type { SectionAnswer } from "./section-answer.server.ts";

type Autosave = { readonly revision: number; readonly savedAt: string | undefined };

/**
 * Saves what changed every so many seconds while a page stands open; never with 0 seconds. What the server refuses is
 * left for the person's own save, which says why.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  { seconds, revision }: { readonly seconds: number; readonly revision: number },
): Autosave {
  const fetcher = useFetcher<SectionAnswer>();
  const last = useRef<string | undefined>(undefined);
  const { submit, state } = fetcher;
  useEffect(() => {
    if (seconds === 0 || !form.current) return;
    last.current ??= written(form.current);
    const timer = setInterval(() => {
      if (!form.current || state !== "idle") return;
      const now = written(form.current);
      if (now === last.current) return;
      last.current = now;
      const sent = new FormData(form.current);
      sent.set("intent", "autosave");
      submit(sent, { method: "post" });
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [form, seconds, state, submit]);

  const answer = fetcher.data;
  if (!answer?.isSaved) return { revision, savedAt: undefined };
  return { revision: Math.max(revision, answer.view.revision), savedAt: new Date(answer.at).toISOString() };
}

/** Everything typed, without what the page itself keeps. */
function written(form: HTMLFormElement): string {
  const sent = new FormData(form);
  sent.delete("revision");
  return JSON.stringify([...sent].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
}

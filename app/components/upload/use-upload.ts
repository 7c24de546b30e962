import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { sendFile } from "#app/components/upload/send-file.ts";
import { formatBytes } from "#app/i18n/format.ts";

type UploadState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly percent: number }
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly message: string; readonly mayRetry: boolean };
export type UploadItem = { readonly key: number; readonly file: File; readonly state: UploadState };

type UploadOptions = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly maxBytes: number;
  readonly maxFiles: number;
};

/** Sends chosen files one after another, so that each has its own progress and its own answer. */
export function useUpload({ form, maxBytes, maxFiles }: UploadOptions) {
  const { revalidate } = useRevalidator();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const queue = useRef<{ key: number; file: File; stop: AbortController }[]>([]);
  const running = useRef(false);
  const lastKey = useRef(0);
  const isBusy = items.some(({ state }) => state.kind === "sending" || state.kind === "waiting");
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);

  const show = (key: number, state: UploadState) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, state } : item)));

  async function run(): Promise<void> {
    if (running.current) return;
    running.current = true;
    let isLate = false;
    for (let next = queue.current[0]; next && form.current; next = queue.current[0]) {
      const { key, file, stop } = next;
      show(key, { kind: "sending", percent: 0 });
      const onProgress = (percent: number) => show(key, { kind: "sending", percent });
      const sent = stop.signal.aborted
        ? { ok: false as const, message: "documents:refusal.stopped", mayRetry: true, isLate: false }
        : await sendFile({ form: form.current, file, onProgress, signal: stop.signal });
      if (!sent.ok) isLate = sent.isLate;
      show(key, sent.ok ? { kind: "done" } : { ...sent, kind: "refused" });
      queue.current = queue.current.filter((each) => each !== next);
    }
    running.current = false;
    // The page as it stands now can be written no more: loaded again, it would not show why.
    if (!isLate) revalidate();
  }

  function send(key: number, file: File): void {
    queue.current.push({ key, file, stop: new AbortController() });
    void run();
  }

  return {
    items,
    isBusy,
    /** Files too large are told so at once, before a long way for nothing. */
    start(files: readonly File[]) {
      const added = files.map((file, index): UploadItem => {
        const key = (lastKey.current += 1);
        if (file.size > maxBytes) {
          const sizes = new URLSearchParams({ size: formatBytes(file.size), limit: formatBytes(maxBytes) });
          const message = `documents:refusal.too-large-here?${sizes.toString()}`;
          return { key, file, state: { kind: "refused", message, mayRetry: false } };
        }
        if (index >= maxFiles) {
          return {
            key,
            file,
            state: { kind: "refused", message: "documents:refusal.too-many-files", mayRetry: false },
          };
        }
        return { key, file, state: { kind: "waiting" } };
      });
      setItems((all) => [...all.filter(({ state }) => state.kind === "waiting" || state.kind === "sending"), ...added]);
      for (const { key, file, state } of added) if (state.kind === "waiting") send(key, file);
    },
    retry(key: number) {
      const item = items.find((each) => each.key === key);
      if (!item) return;
      show(key, { kind: "waiting" });
      send(key, item.file);
    },
    cancel(key: number) {
      queue.current.find((each) => each.key === key)?.stop.abort();
    },
  };
}

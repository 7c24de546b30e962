import { parentPort } from "node:worker_threads";
import { drawDocument } from "#app/print/draw-document.ts";
import type { PrintedDocument } from "#app/print/printed-document.ts";

/** What is asked of the thread and what it answers, matched by `id`. */
export type PrintOrder = { readonly id: number; readonly document: PrintedDocument };
export type Printed =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };

// One document after another: drawing is one thread's work, and a queue in memory is the same as a queue here.
let drawn: Promise<unknown> = Promise.resolve();

parentPort?.on("message", ({ id, document }: PrintOrder) => {
  drawn = drawn.then(() =>
    drawDocument(document).then(
      (pdf) => answer({ id, pdf }),
      (fault: unknown) =>
        answer({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
    ),
  );
});

function answer(printed: Printed): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(printed);
}

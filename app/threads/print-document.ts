import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { PrintedDocument } from "#app/print/printed-document.ts";
import type { Printed, PrintOrder } from "./print-thread.ts";

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (fault: Error) => void };
type Printer = { readonly thread: Worker; readonly waiting: Map<number, Waiting> };

let printer: Printer | undefined;
let orders = 0;

/**
 * The PDF of a document as bytes. Drawn in a thread that lives as long as the process, so that fonts are parsed once and
 * nobody's page waits for somebody's paper.
 */
export function printDocument(document: PrintedDocument): Promise<Uint8Array> {
  const { thread, waiting } = (printer ??= startPrinter());
  const id = (orders += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage({ id, document } satisfies PrintOrder);
  });
}

function startPrinter(): Printer {
  // Not relative: this file is also part of the built server, which lies elsewhere.
  const { resolve } = createRequire(import.meta.url);
  const module = pathToFileURL(resolve("#app/threads/print-thread.ts")).href;
  const thread = new Worker(resolve("#app/threads/enter.js"), { workerData: { module, data: null } });
  const waiting = new Map<number, Waiting>();
  const giveUp = (fault: Error) => {
    if (printer?.thread === thread) printer = undefined;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  thread.on("error", giveUp);
  thread.on("exit", (code) => giveUp(new Error(`the printing thread ended with ${code}`)));
  thread.on("message", (printed: Printed) => {
    const order = waiting.get(printed.id);
    waiting.delete(printed.id);
    // An idle printer keeps no process alive.
    if (waiting.size === 0) thread.unref();
    if ("pdf" in printed) order?.resolve(printed.pdf);
    else order?.reject(new Error(printed.fault));
  });
  return { thread, waiting };
}

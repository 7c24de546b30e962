import type { Worker } from "node:worker_threads";
import { refuse } from "#app/domain/result.ts";
import type { CleanFile } from "#app/files/clean-file.server.ts";
import type { Cleaned } from "#app/use-cases/clean-files.ts";
import { startThread } from "./start-thread.ts";

/** A page that takes longer is made to take long. */
const LONGEST_MS = 60_000;

export type Cleaner = {
  readonly clean: (file: CleanFile) => Promise<Cleaned | undefined>;
  readonly stop: () => Promise<void>;
};

/**
 * Cleans files in a thread of its own, one after another; the thread is kept for the next file. A file that ends the
 * thread, by its memory or its time, is called unreadable; one that is being cleaned at the stop has no answer.
 */
export function cleanerInThread(longestMs = LONGEST_MS): Cleaner {
  let thread: Worker | undefined;
  let isStopped = false;
  const start = () => {
    const started = startThread(new URL("./clean-thread.ts", import.meta.url), undefined);
    // What ends it between two files is no fault of the next one.
    started.on("error", () => undefined).on("exit", () => (thread = thread === started ? undefined : thread));
    return started;
  };
  const end = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  return {
    async stop() {
      isStopped = true;
      await end();
    },
    async clean(file) {
      if (isStopped) return undefined;
      thread ??= start();
      const cleaned = await answerOf(thread, file, longestMs);
      if (cleaned || isStopped) return cleaned;
      await end();
      return refuse("unreadable");
    },
  };
}

function answerOf(thread: Worker, file: CleanFile, longestMs: number): Promise<Cleaned | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: Cleaned | undefined) => {
      clearTimeout(timer);
      thread.off("message", settle).off("error", fail).off("exit", fail);
      resolve(answer);
    };
    const fail = () => settle(undefined);
    const timer = setTimeout(fail, longestMs);
    thread.on("message", settle).on("error", fail).on("exit", fail);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
    thread.postMessage(file);
  });
}

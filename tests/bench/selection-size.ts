import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { startThread } from "#app/threads/start-thread.ts";
import { prepareSelectionDatabase } from "./selection-database.ts";
import type { Measurements } from "./selection-thread.ts";

/** How long the main thread's event loop was held up at most, in ms: while the worker thread ran, and while nothing did. */
export type SizeReport = Measurements & {
  readonly applications: number;
  readonly blocked: number;
  readonly blockedIdle: number;
};

/** One size, in a process of its own so that its peak of memory is its own; `prepare` only fills the database. */
async function main([task, size]: readonly string[]): Promise<void> {
  const applications = Number(size);
  const path = join(tmpdir(), "seonbal-bench", `selection-${applications}.sqlite`);
  if (task === "prepare") return prepareSelectionDatabase(path, applications);

  const idle = await delayWhile(pause(1_000));
  const turns = Math.min(20, Math.max(2, Math.floor(200_000 / applications)));
  const thread = startThread(new URL("./selection-thread.ts", import.meta.url), { path, applications, turns });
  const measured = new Promise<Measurements>((resolve, reject) =>
    thread.once("message", resolve).once("error", reject),
  );
  const busy = await delayWhile(measured);
  const report: SizeReport = { ...busy.value, applications, blocked: busy.delay, blockedIdle: idle.delay };
  process.send?.(report);
}

async function delayWhile<Value>(work: Promise<Value>): Promise<{ readonly value: Value; readonly delay: number }> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const value = await work;
  delays.disable();
  return { value, delay: delays.max / 1e6 };
}

await main(process.argv.slice(2));

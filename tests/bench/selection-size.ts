import { tmpdir } from "node:os";
import { join } from "node:path";
import { startThread } from "#app/threads/start-thread.ts";
import { delayWhile } from "./delay-while.ts";
import { prepareSelectionDatabase } from "./selection-database.ts";
import type { Measurements } from "./selection-thread.ts";

/** `blocked`: how long the main thread's event loop was held up at most while the worker thread ran, in ms. */
export type SizeReport = Measurements & { readonly applications: number; readonly blocked: number };

/** One size, in a process of its own so that its peak of memory is its own; `prepare` only fills the database. */
async function main([task, size]: readonly string[]): Promise<void> {
  const applications = Number(size);
  const path = join(tmpdir(), "seonbal-bench", `selection-${applications}.sqlite`);
  if (task === "prepare") return prepareSelectionDatabase(path, applications);

  const turns = Math.min(20, Math.max(3, Math.floor(200_000 / applications)));
  const thread = startThread(new URL("./selection-thread.ts", import.meta.url), { path, applications, turns });
  const measured = new Promise<Measurements>((resolve, reject) =>
    thread.once("message", resolve).once("error", reject),
  );
  const { value, delay } = await delayWhile(measured);
  const report: SizeReport = { ...value, applications, blocked: delay };
  process.send?.(report);
}

await main(process.argv.slice(2));

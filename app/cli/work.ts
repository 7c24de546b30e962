import { startWorker } from "#app/entry.worker.ts";
import { env } from "#app/env.server.ts";
import { withDatabase } from "./with-database.ts";

export async function work(): Promise<number> {
  return withDatabase(async (db) => {
    const worker = startWorker({ db, env });
    console.log("Working. Ctrl+C stops.");
    await new Promise<void>((resolve) => {
      process.once("SIGTERM", () => resolve());
      process.once("SIGINT", () => resolve());
    });
    await worker.stop();
    return 0;
  });
}

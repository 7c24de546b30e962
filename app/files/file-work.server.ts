import type { Db } from "#db/connect.ts";
import { clamdAt } from "./clamd.server.ts";
import { fileStoreAt } from "#app/storage/file-store.server.ts";
import { cleanerInThread } from "#app/threads/clean-in-thread.ts";
import { cleanFiles } from "#app/use-cases/clean-files.ts";
import { faultForLog } from "#app/use-cases/fault-for-log.ts";
import { scanFiles } from "#app/use-cases/scan-files.ts";

type FileWork = {
  readonly storageUrl: string;
  readonly clamdUrl: string | undefined;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
};

/** The worker's turn at files: scan what waits for it, then make clean copies, until nothing is left. */
export function fileWork(db: Db, { storageUrl, clamdUrl, clock, signal }: FileWork) {
  const store = fileStoreAt(storageUrl);
  const cleaner = cleanerInThread();
  const scan = clamdUrl === undefined ? undefined : clamdAt(clamdUrl);
  let complained = false;
  return {
    stop: cleaner.stop,
    async turn(): Promise<void> {
      try {
        while (!signal.aborted && (await scanFiles(db, { store, scan, now: clock() })) > 0);
        complained = false;
      } catch (fault) {
        // Once for an outage, not once a second; files wait meanwhile and nobody is held up.
        if (!complained) console.error(JSON.stringify({ level: "error", worker: "scan", fault: faultForLog(fault) }));
        complained = true;
      }
      while (!signal.aborted && (await cleanFiles(db, { store, clean: cleaner.clean, signal })) > 0);
    },
  };
}

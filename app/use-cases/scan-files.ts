import { systemActor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listUnscanned, saveScan, stopWaitingForScan } from "#db/queries/file-copies.ts";
import { inTransaction } from "#db/transaction.ts";

type ScanFiles = {
  readonly store: {
    readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
    readonly remove: (sha256: string) => Promise<void>;
  };
  /** Asks the scanner; throws while it cannot be asked. Undefined where none is configured. */
  readonly scan: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | undefined;
  readonly now: Date;
};

const AT_ONCE = 20;

/**
 * Has waiting files scanned. Bytes in which something was found leave the store; the row stays and says so. While the
 * scanner is down files wait and are tried again. Where there is none any more, nobody waits for it. Answers how many
 * files were scanned.
 */
export async function scanFiles(db: Db, { store, scan, now }: ScanFiles): Promise<number> {
  if (!scan) {
    await stopWaitingForScan(db);
    return 0;
  }
  const hashes = await listUnscanned(db, AT_ONCE);
  let scanned = 0;
  let fault: unknown;
  for (const sha256 of hashes) {
    try {
      await scanOne(db, { sha256, store, scan, now });
      scanned += 1;
    } catch (error) {
      // One file that the scanner does not take (too long for it) keeps no other from its turn.
      fault = error;
    }
  }
  if (fault !== undefined) throw fault;
  return scanned;
}

type ScanOne = Pick<ScanFiles, "store" | "now"> & {
  readonly sha256: string;
  readonly scan: NonNullable<ScanFiles["scan"]>;
};

async function scanOne(db: Db, { sha256, store, scan, now }: ScanOne): Promise<void> {
  const bytes = await store.get(sha256);
  // Without bytes there is nothing to find; making the clean copy says that they are missing.
  const found = bytes ? await scan(bytes) : "clean";
  // Before the row says so: a crash in between leaves a file without bytes, never bytes that stay.
  if (found === "infected") await store.remove(sha256);
  await record(db, { sha256, found, now });
}

type Found = { readonly sha256: string; readonly found: "clean" | "infected"; readonly now: Date };

/** A scan that found nothing is no event; what was found is on record with every application that has the file. */
async function record(db: Db, { sha256, found, now }: Found): Promise<void> {
  await inTransaction(db, async (trx) => {
    const files = await saveScan(trx, { sha256, scan: found });
    if (found === "clean") return;
    for (const { id, cohortId, applicationId, documentKey } of files) {
      await recordEvent(trx, {
        event: "file_infected",
        actor: systemActor,
        cohortId,
        subjectKind: "application",
        subjectId: applicationId,
        payload: { document: documentKey, file: id, sha256 },
        now,
      });
    }
  });
}

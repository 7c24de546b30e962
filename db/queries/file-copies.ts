import type { Db } from "../connect.ts";
import type { StoredFile } from "./files.ts";

/** Files with the same bytes are one: cleaned once, scanned once. */
export type SameFile = Pick<StoredFile, "sha256" | "mediaType">;

/** What has no copy for reviewers yet and may be opened, oldest first. */
export async function listUncleaned(db: Db, limit: number): Promise<readonly SameFile[]> {
  return db
    .selectFrom("file")
    .select(["sha256", "mediaType"])
    .where("cleanSha256", "is", null)
    .where("fault", "is", null)
    .where("removedAt", "is", null)
    .where("scan", "in", ["off", "clean"])
    .groupBy(["sha256", "mediaType"])
    .orderBy((eb) => eb.fn.min("createdAt"))
    .limit(limit)
    .execute();
}

export async function saveCleanCopy(
  db: Db,
  { sha256, mediaType, cleanSha256 }: SameFile & { readonly cleanSha256: string },
): Promise<void> {
  await uncleaned(db, { sha256, mediaType }).set({ cleanSha256 }).execute();
}

export async function saveFileFault(
  db: Db,
  { sha256, mediaType, fault }: SameFile & { readonly fault: string },
): Promise<void> {
  await uncleaned(db, { sha256, mediaType }).set({ fault }).execute();
}

function uncleaned(db: Db, { sha256, mediaType }: SameFile) {
  return db
    .updateTable("file")
    .where("sha256", "=", sha256)
    .where("mediaType", "=", mediaType)
    .where("cleanSha256", "is", null);
}

/** Hashes of what waits for its virus scan, oldest first. */
export async function listUnscanned(db: Db, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("file")
    .select("sha256")
    .where("scan", "=", "waiting")
    .groupBy("sha256")
    .orderBy((eb) => eb.fn.min("createdAt"))
    .limit(limit)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Answers the files to which it was new. */
export async function saveScan(
  db: Db,
  { sha256, scan }: { readonly sha256: string; readonly scan: "clean" | "infected" },
): Promise<readonly Pick<StoredFile, "id" | "cohortId" | "applicationId" | "documentKey">[]> {
  return (
    db
      .updateTable("file")
      .set({ scan })
      .where("sha256", "=", sha256)
      // What was found in the bytes holds for files too that came before there was a scanner.
      .where("scan", "in", scan === "infected" ? ["waiting", "off", "clean"] : ["waiting"])
      .returning(["id", "cohortId", "applicationId", "documentKey"])
      .execute()
  );
}

export async function stopWaitingForScan(db: Db): Promise<void> {
  const waiting = await db.selectFrom("file").select("id").where("scan", "=", "waiting").limit(1).execute();
  if (waiting.length === 0) return;
  await db.updateTable("file").set({ scan: "off" }).where("scan", "=", "waiting").execute();
}

/** Those of the hashes under which something infected was found once. */
export async function listInfectedHashes(db: Db, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom("file")
    .select("sha256")
    .distinct()
    .where("sha256", "in", hashes)
    .where("scan", "=", "infected")
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

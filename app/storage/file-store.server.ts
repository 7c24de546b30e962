import { randomBytes, webcrypto } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Files are known by their SHA-256, never by a name somebody typed. */
export type FileStore = {
  readonly put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>;
  readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly remove: (sha256: string) => Promise<void>;
};

export function fileStoreAt(url: string): FileStore {
  if (!url.startsWith("file:")) throw new Error(`STORAGE_URL must begin with file:, not ${url.split(":")[0]}:`);
  return diskStore(url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
}

function diskStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      // In the pool of threads: twenty megabytes at once would hold up every other request.
      const sha256 = Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex");
      const path = pathOf(sha256);
      // Other accounts of the machine have no business here.
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (!(await exists(path))) await writeDurably(path, bytes);
      return { sha256, size: bytes.byteLength };
    },
    async get(sha256) {
      const path = pathOf(sha256);
      return (await exists(path)) ? readFile(path) : undefined;
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** On disk before it is acknowledged, and never half there under its name. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${randomBytes(6).toString("hex")}.part`;
  const handle = await open(partial, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, path);
}

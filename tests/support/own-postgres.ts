import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { reachableEmbeddedPostgres } from "./reachable-postgres.ts";

/** A PostgreSQL server of our own for as long as the work takes; without settings it has its usual durability. */
export async function withOwnPostgres<Value>(
  work: (url: string) => Promise<Value>,
  settings: readonly string[] = [],
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "seonbal-postgres-"));
  // The server runs as another user when we are root, and must get into its folder.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const EmbeddedPostgres = await reachableEmbeddedPostgres(folder);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; CI machines often are.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: settings.flatMap((setting) => ["-c", setting]),
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  try {
    return await work(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reachableEmbeddedPostgres } from "./reachable-postgres.ts";
import { freePort } from "./free-port.ts";

/** Runs the database and use-case tests again on a real PostgreSQL: the server at TEST_DATABASE_URL, or one of our own. */
const given = process.env.TEST_DATABASE_URL;
process.exitCode = given ? await runTests(given) : await withOwnServer(runTests);

/** Not synchronously: while this process stood still, the server's own messages would fill their pipe and block it. */
async function runTests(url: string): Promise<number> {
  const tests = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "tests/db", "tests/use-cases", ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, TEST_DATABASE_URL: url } },
  );
  return new Promise((resolve) => tests.once("exit", (code) => resolve(code ?? 1)));
}

async function withOwnServer(work: (url: string) => Promise<number>): Promise<number> {
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
    postgresFlags: [
      "-c",
      "fsync=off",
      "-c",
      "synchronous_commit=off",
      "-c",
      "full_page_writes=off",
      "-c",
      "max_connections=200",
    ],
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

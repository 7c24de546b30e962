import { spawn } from "node:child_process";
import { withOwnPostgres } from "./own-postgres.ts";

/** Runs the database and use-case tests again on a real PostgreSQL: the server at TEST_DATABASE_URL, or one of our own. */
const given = process.env.TEST_DATABASE_URL;
/** Nothing of it outlives the run. */
const quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
process.exitCode = given ? await runTests(given) : await withOwnPostgres(runTests, quick);

/** Not synchronously: while this process stood still, the server's own messages would fill their pipe and block it. */
async function runTests(url: string): Promise<number> {
  const tests = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "tests/db", "tests/use-cases", ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, TEST_DATABASE_URL: url } },
  );
  return new Promise((resolve) => tests.once("exit", (code) => resolve(code ?? 1)));
}

import { spawn, type ChildProcess } from "node:child_process";
import { connect } from "#db/connect.ts";
import { buildIfStale } from "./cli/build-if-stale.ts";
import { prepareDatabase } from "./cli/prepare-database.ts";
import { env } from "./env.server.ts";

/** One command for one machine: build, migrate, seed where that is allowed, then web and worker side by side. */
const development = process.argv.includes("--dev");

async function start(): Promise<void> {
  if (!development) buildIfStale();
  const db = connect(env.databaseUrl);
  await prepareDatabase(db, env, console.log);
  await db.destroy();

  const mode = development ? "development" : "production";
  const children = [run("app/entry.worker.ts", mode, []), run("app/entry.web.ts", mode, development ? ["--dev"] : [])];
  superviseUntilStopped(children);
}

function run(entry: string, mode: "development" | "production", args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", entry, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    // The children read the same environment; only the mode is ours to say.
    env: { ...inheritedEnvironment(), NODE_ENV: mode },
  });
}

/** Web and worker live and die together: a portal that takes applications and sends nothing would be a trap. */
function superviseUntilStopped(children: readonly ChildProcess[]): void {
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    for (const child of children) child.kill("SIGTERM");
  };
  process.once("SIGTERM", () => stop(0));
  process.once("SIGINT", () => stop(0));
  for (const child of children) child.once("exit", (code) => stop(code ?? 1));
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- handed on unread; env.server.ts is the only reader
  return process.env;
}

await start();

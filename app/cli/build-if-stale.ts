import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const built = "build/server/index.js";
const sources = ["app", "db", "emails", "public", "package.json", "vite.config.ts", "remix.config.js"];

/** Builds the pages when there is no build, or a source is newer than it. */
export function buildIfStale(): void {
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) return;
  console.log("Building the pages …");
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "error"],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) throw new Error("The build failed; what it printed above says why.");
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

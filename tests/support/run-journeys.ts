import { spawnSync } from "node:child_process";
import { buildIfStale } from "#app/cli/build-if-stale.ts";
import { findChromium } from "./find-chromium.ts";

/** The journeys in a real browser, against the production build. */
const chromiumPath = findChromium();
buildIfStale();
const { status } = spawnSync(
  process.execPath,
  ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env: { ...process.env, CHROMIUM_PATH: chromiumPath },
  },
);
process.exitCode = status ?? 1;

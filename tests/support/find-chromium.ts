import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const inSystem = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium to test with: the one named, Playwright's own, the system's; else one is installed; else a sentence says how. */
export function findChromium(): string {
  const found = known();
  if (found) return found;
  run("npx", ["playwright", "install", "chromium"]);
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0)
    run("sh", ["-c", "apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk"]);
  const installed = known();
  if (installed) return installed;
  throw new Error(
    [
      "The browser tests need a Chromium and none could be installed. Any one of these helps:",
      "  npx playwright install chromium",
      "  apt-get install chromium fonts-noto-cjk      (as root, Debian or Ubuntu)",
      "  CHROMIUM_PATH=/path/to/chromium npm test",
    ].join("\n"),
  );
}

function known(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...inSystem].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 });
}

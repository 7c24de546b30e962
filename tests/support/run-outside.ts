import { spawnSync } from "node:child_process";

/** Tests that need programs of other people: each must be there, or the run fails and says what to install. */
const needed = [
  {
    program: "python3",
    args: ["--version"],
    install: "apt-get install python3",
    why: "recomputes digests in another language",
  },
  {
    program: "soffice",
    args: ["--version"],
    install: "apt-get install libreoffice-calc-nogui",
    why: "writes the sheets that are imported",
  },
];
const missing = needed.filter(({ program, args }) => spawnSync(program, args, { stdio: "ignore" }).status !== 0);
for (const { program, install, why } of missing)
  console.error(`${program} is missing (${why}). Install it: ${install}`);

if (missing.length > 0) process.exitCode = 1;
else {
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.outside.config.ts"],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
}

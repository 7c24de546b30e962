import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Place = {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly cli: (...words: readonly string[]) => Promise<Ended>;
  readonly remove: () => void;
};

/** An operator's machine: a folder of its own, and the command line as a process of its own. */
export function aPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "seonbal-cli-"));
  const databaseUrl = `sqlite:${join(folder, "portal.db")}`;
  return {
    folder,
    databaseUrl,
    cli: (...words) => run(words, { DATABASE_URL: databaseUrl, DATA_DIR: folder }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function run(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/entry.cli.ts", ...words], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}

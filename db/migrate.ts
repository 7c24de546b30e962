import { existsSync } from "node:fs";
import { Migrator } from "kysely";
import type { Db } from "./connect.ts";
import { copySqlite, engineOf, sqlitePathOf } from "./dialect.ts";
import { migrations } from "./migrations/index.ts";

/** Brings the schema up to date; says which migrations it ran. Throws with the first that failed. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** `new`: nothing was ever migrated; `behind`: a newer schema waits. */
export async function schemaState(db: Db): Promise<"new" | "behind" | "current"> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const waiting = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt === undefined).length;
  if (waiting === 0) return "current";
  return waiting === Object.keys(migrations).length ? "new" : "behind";
}

/** A copy beside the SQLite file before its schema changes; PostgreSQL has its own backups. */
export function copyBeforeMigrating(url: string, now: Date): string | undefined {
  if (engineOf(url) !== "sqlite") return undefined;
  const path = sqlitePathOf(url);
  if (!existsSync(path)) return undefined;
  const copy = `${path}.before-${now.toISOString().replaceAll(":", "")}`;
  copySqlite(path, copy);
  return copy;
}

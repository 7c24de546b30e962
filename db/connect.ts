import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { CamelCasePlugin, Kysely, type Dialect, type Transaction } from "kysely";
import { engineOf, openSqlite, postgresDialect, sqliteDialect, sqlitePathOf } from "./dialect.ts";
import type { Database } from "./schema.ts";

export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;

/** Opens the database behind `sqlite:PATH` or `postgres://…`. */
export function connect(url: string): Db {
  return over(engineOf(url) === "sqlite" ? sqliteDialect(openSqlite(preparedPath(url))) : postgresDialect(url));
}

/**
 * A handle for reading only. SQLite has one connection a handle, so a loader that shared the writer's
 * would wait for every open transaction; on PostgreSQL the pool serves both.
 */
export function connectReader(url: string, writer: Db): Db {
  if (engineOf(url) === "postgres" || sqlitePathOf(url) === ":memory:") return writer;
  return over(sqliteDialect(openSqlite(sqlitePathOf(url), { readonly: true })));
}

export function over(dialect: Dialect): Db {
  return new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

function preparedPath(url: string): string {
  const path = sqlitePathOf(url);
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}

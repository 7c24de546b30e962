import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach } from "vitest";
import { connect, over, type Db } from "#db/connect.ts";
import { openSqlite, sqliteDialect } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";

/** Set by `npm run test:postgres`; without it the tests run on SQLite. */
const postgresUrl = process.env.TEST_DATABASE_URL;
const open = new Set<() => Promise<void>>();

afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

/** A migrated, empty database of its own for one test; closed (and on PostgreSQL dropped) after it. */
export async function freshDatabase(): Promise<Db> {
  return postgresUrl ? freshPostgres(postgresUrl) : freshSqlite();
}

let image: Buffer | undefined;

async function freshSqlite(): Promise<Db> {
  image ??= await migratedImage();
  const db = over(sqliteDialect(openSqlite(Buffer.from(image))));
  open.add(() => db.destroy());
  return db;
}

async function migratedImage(): Promise<Buffer> {
  const handle = openSqlite(":memory:");
  const db = over(sqliteDialect(handle));
  await migrate(db);
  const bytes = handle.serialize();
  await db.destroy();
  return bytes;
}

let template: Promise<string> | undefined;

async function freshPostgres(serverUrl: string): Promise<Db> {
  template ??= migratedTemplate(serverUrl);
  const from = await template;
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name} template ${from}`);
  const db = connect(urlOf(serverUrl, name));
  open.add(async () => {
    await db.destroy();
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  });
  return db;
}

async function migratedTemplate(serverUrl: string): Promise<string> {
  const name = `template_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name}`);
  const db = connect(urlOf(serverUrl, name));
  await migrate(db);
  await db.destroy();
  return name;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect, type Db } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

export type OwnDatabase = {
  readonly db: Db;
  /** One more handle on the same database, as another process would have it. */
  readonly open: () => Db;
  readonly close: () => Promise<void>;
};

/** A database that outlives one test and can be opened twice: a file of its own, or a database of its own on the server. */
export async function ownDatabase({ migrated = true } = {}): Promise<OwnDatabase> {
  const { url, remove } = await (process.env.TEST_DATABASE_URL ? onServer(process.env.TEST_DATABASE_URL) : asFile());
  const handles: Db[] = [];
  const open = () => {
    const handle = connect(url);
    handles.push(handle);
    return handle;
  };
  const db = open();
  if (migrated) await migrate(db);
  return {
    db,
    open,
    async close() {
      for (const handle of handles) await handle.destroy();
      await remove();
    },
  };
}

type Place = { readonly url: string; readonly remove: () => Promise<void> };

async function asFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "seonbal-database-"));
  return {
    url: `sqlite:${join(folder, "own.db")}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function onServer(serverUrl: string): Promise<Place> {
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  await tell(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => tell(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function tell(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

import { env } from "#app/env.server.ts";
import { connect, type Db } from "#db/connect.ts";
import { schemaState } from "#db/migrate.ts";
import { BadInput } from "./bad-input.ts";

/** Opens the configured database for one command and closes it whatever happens. */
export async function withDatabase<Value>(work: (db: Db) => Promise<Value>, { migrated = true } = {}): Promise<Value> {
  const db = await opened();
  try {
    if (migrated && (await schemaState(db)) !== "current")
      throw new BadInput("The database's schema is not up to date: run `npm run cli -- migrate` first.");
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function opened(): Promise<Db> {
  try {
    return connect(env.databaseUrl);
  } catch (error) {
    throw new BadInput(`The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

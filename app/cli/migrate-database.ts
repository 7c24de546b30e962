import { env } from "#app/env.server.ts";
import { copyBeforeMigrating, schemaState, migrate } from "#db/migrate.ts";
import { withDatabase } from "./with-database.ts";

export async function migrateDatabase(): Promise<number> {
  return withDatabase(
    async (db) => {
      const state = await schemaState(db);
      if (state === "current") {
        console.log("The schema is up to date.");
        return 0;
      }
      const copy = state === "behind" ? copyBeforeMigrating(env.databaseUrl, new Date()) : undefined;
      if (copy) console.log(`The database was copied to ${copy} first.`);
      for (const name of await migrate(db)) console.log(name);
      return 0;
    },
    { migrated: false },
  );
}

import { env } from "#app/env.server.ts";
import { copyBeforeMigrating, hasPendingMigrations, migrate } from "#db/migrate.ts";
import { withDatabase } from "./with-database.ts";

export async function migrateDatabase(): Promise<number> {
  return withDatabase(
    async (db) => {
      if (!(await hasPendingMigrations(db))) {
        console.log("The schema is up to date.");
        return 0;
      }
      const copy = copyBeforeMigrating(env.databaseUrl, new Date());
      if (copy) console.log(`The database was copied to ${copy} first.`);
      for (const name of await migrate(db)) console.log(name);
      return 0;
    },
    { migrated: false },
  );
}

import { env } from "#app/env.server.ts";
import { fileStoreAt } from "#app/storage/file-store.server.ts";
import { seedDemo } from "#app/use-cases/demo/seed-demo.ts";
import { migrate } from "#db/migrate.ts";
import { countAcademies } from "#db/queries/academies.ts";
import { BadInput } from "./bad-input.ts";
import { sayAccounts } from "./prepare-database.ts";
import { withDatabase } from "./with-database.ts";

/** Only into an empty database: nobody's data is ever mixed with made-up people. */
export async function seed(): Promise<number> {
  return withDatabase(
    async (db) => {
      await migrate(db);
      if ((await countAcademies(db)) > 0)
        throw new BadInput("The database is not empty; the demo is only put into an empty one.");
      await seedDemo(db, { files: fileStoreAt(env.storageUrl), now: new Date(), say: console.log });
      sayAccounts(console.log);
      return 0;
    },
    { migrated: false },
  );
}

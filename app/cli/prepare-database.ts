import type { Env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { fileStoreAt } from "#app/storage/file-store.server.ts";
import { createFirstAdministratorToken } from "#app/use-cases/create-first-administrator.ts";
import { demoAccounts } from "#app/use-cases/demo/demo-accounts.ts";
import { seedDemo } from "#app/use-cases/demo/seed-demo.ts";
import type { Db } from "#db/connect.ts";
import { copyBeforeMigrating, schemaState, migrate } from "#db/migrate.ts";
import { countAcademies } from "#db/queries/academies.ts";
import { isDemo } from "#db/queries/settings.ts";

/** Schema up to date; an empty database becomes a demo where that is allowed, else it gets its first administrator's link. */
export async function prepareDatabase(db: Db, env: Env, say: (line: string) => void): Promise<void> {
  const state = await schemaState(db);
  if (state === "behind") {
    const copy = copyBeforeMigrating(env.databaseUrl, new Date());
    if (copy) say(`The database was copied to ${copy} before its schema changes.`);
  }
  if (state !== "current") await migrate(db);
  if ((await countAcademies(db)) === 0) {
    if (env.mayBeDemo) await seedDemo(db, { files: fileStoreAt(env.storageUrl), now: new Date(), say });
    else await sayFirstAdministratorLink(db, env, say);
  }
  if (await isDemo(db)) sayAccounts(say);
}

async function sayFirstAdministratorLink(db: Db, env: Env, say: (line: string) => void): Promise<void> {
  const token = await createFirstAdministratorToken(db, new Date());
  if (token === undefined) return;
  say("The database is empty. This link works once and makes the first administrator:");
  say(`  ${env.publicUrl}${paths.firstAdministrator(token)}`);
}

export function sayAccounts(say: (line: string) => void): void {
  say("");
  say("This is a demo: every person in it is made up. Sign in with:");
  for (const { email, password, what } of demoAccounts) say(`  ${email.padEnd(38)} ${password}   ${what}`);
  say(`Mail is kept by the portal itself: ${paths.demoMail()}`);
  say("");
}

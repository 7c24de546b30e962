import { env } from "#app/env.server.ts";
import { fileStoreAt } from "#app/storage/file-store.server.ts";
import { advanceDemo, demoTargets } from "#app/use-cases/demo/advance-demo.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { isDemo } from "#db/queries/settings.ts";
import { BadInput, readArguments } from "./bad-input.ts";
import { withDatabase } from "./with-database.ts";

/** Only in a demo database: made-up reviewers finish their sheets, stages close, through the use cases that people use. */
export async function advance(words: readonly string[]): Promise<number> {
  const { values } = readArguments(words, { cohort: { type: "string" }, to: { type: "string" } });
  const slug = values.cohort;
  const target = demoTargets.find((name) => name === values.to?.replaceAll("-", "_"));
  if (!slug || !target)
    throw new BadInput(`demo advance needs --cohort SLUG and --to one of: ${demoTargets.join(", ")}`);
  return withDatabase(async (db) => {
    if (!(await isDemo(db))) throw new BadInput("This is not a demo database; nothing was changed.");
    const cohort = await findCohortBySlug(db, slug);
    if (!cohort) throw new BadInput(`There is no cohort "${slug}".`);
    const phase = await advanceDemo(db, {
      cohortId: cohort.id,
      target,
      files: fileStoreAt(env.storageUrl),
      now: new Date(),
      say: console.log,
    });
    console.log(`${slug}: ${phase}`);
    return 0;
  });
}

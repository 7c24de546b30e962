import { advanceDemo } from "#app/use-cases/demo/advance-demo.ts";
import { seedDemo } from "#app/use-cases/demo/seed-demo.ts";
import type { Db } from "#db/connect.ts";
import { findCohortBySlug, type Cohort } from "#db/queries/cohorts.ts";
import { ownDatabase, type OwnDatabase } from "#tests/db/own-database.ts";
import { memoryStore } from "#tests/factories/files.ts";

const files = memoryStore();
const say = () => {};

/** The demo as `npm run cli -- seed` makes it, on a day of one's choice. */
export async function seededDemo(now: Date): Promise<OwnDatabase> {
  const own = await ownDatabase();
  await seedDemo(own.db, { files, now, say });
  return own;
}

/** As `demo advance --to filling`: reviewed, selected, approved by the second administrator, published. */
export async function publishDemo(db: Db, { slug, now }: { slug: string; now: Date }): Promise<void> {
  const { id: cohortId } = await cohortOf(db, slug);
  await advanceDemo(db, { cohortId, target: "filling", files, now, say });
}

export async function cohortOf(db: Db, slug: string): Promise<Cohort> {
  const cohort = await findCohortBySlug(db, slug);
  if (!cohort) throw new Error(`no cohort ${slug}`);
  return cohort;
}

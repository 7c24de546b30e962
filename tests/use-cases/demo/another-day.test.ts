import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "#db/connect.ts";
import { findOfficialRun } from "#db/queries/selection-runs.ts";
import type { OwnDatabase } from "#tests/db/own-database.ts";
import { demoDigests } from "./demo-digests.ts";
import { cohortOf, publishDemo, seededDemo } from "./seeded-demo.ts";

/** Another year, and a day of the week on which nothing of the calendar happens. */
const now = new Date("2027-02-10T13:30:00.000Z");
let own: OwnDatabase;
let db: Db;

beforeAll(async () => {
  own = await seededDemo(now);
  db = own.db;
}, 240_000);
afterAll(() => own.close());

test.each(["ai-academy-6", "gcc-academy-2"] as const)(
  "%s is selected on another day with the same digest",
  async (slug) => {
    await publishDemo(db, { slug, now });

    expect((await findOfficialRun(db, (await cohortOf(db, slug)).id))?.digest).toBe(demoDigests[slug]);
  },
);

import { CamelCasePlugin, Kysely, type CompiledQuery } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "#db/connect.ts";
import { openSqlite, sqliteDialect } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";
import { claimDueJob } from "#db/queries/jobs.ts";
import { claimDueMessages } from "#db/queries/outbox.ts";
import { listAuditEntries } from "#db/queries/audit-log.ts";
import { listReviewInputs } from "#db/queries/stage-inputs.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import type { Database } from "#db/schema.ts";

/** What grows with the people must be found by an index; SQLite says how it would look for it. */
const ran: CompiledQuery[] = [];
const handle = openSqlite(":memory:");
let db: Db;

beforeAll(async () => {
  db = new Kysely<Database>({
    dialect: sqliteDialect(handle),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void ran.push(query),
  });
  await migrate(db);
});
afterAll(() => db.destroy());

async function planOf(ask: (database: Db) => Promise<unknown>): Promise<string> {
  ran.length = 0;
  await ask(db);
  return ran
    .flatMap(({ sql, parameters }) => handle.prepare(`explain query plan ${sql}`).all(parameters as unknown[]))
    .map((step) => (step as { detail: string }).detail)
    .join("\n");
}

const now = new Date("2026-11-25T01:00:00.000Z");

test("claiming messages looks for what is due by status and hour, and reads no whole table", async () => {
  const plan = await planOf((database) => claimDueMessages(database, { now, limit: 20, claimFor: 60_000 }));

  expect(plan).toContain("INDEX outbox_status_due_at_index (status=? AND due_at<?)");
  expect(plan).not.toMatch(/^SCAN/m);
});

test("claiming a job looks for it by index, and reads no whole table", async () => {
  const plan = await planOf((database) => claimDueJob(database, { now, claimFor: 60_000 }));

  expect(plan).toContain("job_status_due_at_index");
  expect(plan).not.toMatch(/^SCAN/m);
});

test.each<readonly [string, (database: Db) => Promise<unknown>]>([
  ["the audit log of a cohort", (database) => listAuditEntries(database, { chain: "c1", limit: 50 })],
  ["the sheets of a stage", (database) => listReviewInputs(database, { cohortId: "c1", stageKey: "document" })],
  ["the newest offer of a person", (database) => findNewestOffer(database, "a1")],
  ["a cohort by its address", (database) => findCohortBySlug(database, "ai-academy-6")],
])("%s is found without reading a whole table", async (_what, ask) => {
  expect(await planOf(ask)).not.toMatch(/^SCAN/m);
});

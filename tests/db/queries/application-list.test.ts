import { expect, test } from "vitest";
import { sql } from "kysely";
import type { Db } from "#db/connect.ts";
import {
  APPLICATIONS_A_PAGE,
  countApplicationsOfCohort,
  filtered,
  listApplicationsOfCohort,
  ordered,
  searchApplicationsOfCohort,
  type ApplicationFilter,
} from "#db/queries/application-list.ts";
import { anApplicant, anOpenCohort, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function isSqlite(db: Db): Promise<boolean> {
  return sql`select sqlite_version()`.execute(db).then(
    () => true,
    () => false,
  );
}

/** How SQLite would read it; PostgreSQL plans by the size of the tables, so that an empty one says nothing. */
async function planOf(db: Db, filter: ApplicationFilter): Promise<string> {
  const query = ordered(filtered(db, filter).select("id"), "number").limit(APPLICATIONS_A_PAGE).compile();
  const { rows } = await db.executeQuery<{ detail: string }>({ ...query, sql: `explain query plan ${query.sql}` });
  return rows.map(({ detail }) => detail).join("\n");
}

test("no list of applications reads the table of another cohort", async () => {
  const db = await freshDatabase();
  if (!(await isSqlite(db))) return;
  const { cohortId } = await anOpenCohort(db);
  const filters: readonly ApplicationFilter[] = [
    { cohortId },
    { cohortId, status: "submitted" },
    { cohortId, track: "game" },
    { cohortId, waiting: "flag" },
    { cohortId, waiting: "claim", status: "submitted", track: "game" },
  ];
  for (const filter of filters) {
    const plan = await planOf(db, filter);
    expect(plan).toMatch(/SEARCH application USING/);
    expect(plan).not.toMatch(/SCAN application\b/);
  }
});

test("pages hold fifty in the order of the number, and the count is of all", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  for (let each = 0; each < APPLICATIONS_A_PAGE + 2; each += 1) await aSubmittedApplication(db, { cohort });
  const filter = { cohortId: cohort.cohortId };

  const first = await listApplicationsOfCohort(db, filter, { order: "number", page: 1 });
  const second = await listApplicationsOfCohort(db, filter, { order: "number", page: 2 });
  expect([first.length, second.length]).toEqual([APPLICATIONS_A_PAGE, 2]);
  const numbers = [...first, ...second].map(({ applicationNumber }) => applicationNumber);
  expect(numbers).toEqual(numbers.toSorted());
  expect(await countApplicationsOfCohort(db, filter)).toBe(APPLICATIONS_A_PAGE + 2);
  const [last] = await listApplicationsOfCohort(db, filter, { order: "-number", page: 1 });
  expect(last?.applicationNumber).toBe(numbers.at(-1));
});

test("a search finds part of a name in any case, of this cohort only", async () => {
  const db = await freshDatabase();
  const [cohort, other] = [await anOpenCohort(db), await anOpenCohort(db)];
  const applicant = await anApplicant(db, { name: "Imaginary Hong" });
  const { applicationId, applicationNumber } = await aSubmittedApplication(db, { cohort, applicant });
  await aSubmittedApplication(db, { cohort: other, applicant: await anApplicant(db, { name: "Imaginary Hong" }) });

  for (const search of ["hong", "IMAGINARY", applicationNumber.slice(-3)]) {
    const found = await searchApplicationsOfCohort(db, { cohortId: cohort.cohortId, search });
    expect(found.map(({ id }) => id)).toEqual([applicationId]);
  }
});

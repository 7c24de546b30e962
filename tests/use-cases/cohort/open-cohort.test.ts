import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createCohort } from "#app/use-cases/create-cohort.ts";
import { openCohort } from "#app/use-cases/open-cohort.ts";
import { listAuditEntries } from "#db/queries/audit-log.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { anAcademy, aStaffMember, factoryNow as now } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

const sample = readFileSync("db/samples/gcc-academy.json", "utf8");

async function aDraftCohort(weeks: number) {
  const db = await freshDatabase();
  const academyId = await anAcademy(db);
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const created = await createCohort(db, administrator, { academyId, text: sample, weeks, now });
  if (!created.ok) throw new Error("refused");
  return { db, administrator, cohortId: created.value.cohortId };
}

test("a draft opens once, and the log says who opened it under which version", async () => {
  const { db, administrator, cohortId } = await aDraftCohort(96);
  expect(await openCohort(db, administrator, { cohortId, now })).toEqual({ ok: true, value: { cohortId } });
  expect(await getCohort(db, cohortId)).toMatchObject({ phase: "open", openedAt: now.toISOString() });
  expect(await openCohort(db, administrator, { cohortId, now })).toEqual({ ok: false, refusal: "already-open" });
  const entries = await listAuditEntries(db, { chain: cohortId, limit: 10 });
  expect(entries.map(({ event }) => event)).toEqual(["cohort-opened", "cohort-created"]);
});

test("a cohort whose window is already over does not open", async () => {
  const { db, administrator, cohortId } = await aDraftCohort(0);
  expect(await openCohort(db, administrator, { cohortId, now })).toEqual({ ok: false, refusal: "not-ready" });
  expect((await getCohort(db, cohortId)).phase).toBe("draft");
});

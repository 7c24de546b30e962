import { expect, test } from "vitest";
import { findApplication, findLiveApplication, saveAnswers, saveApplicationStatus } from "#db/queries/applications.ts";
import { anOpenCohort, aSubmittedApplication, type SampleName } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

test.each<[SampleName, string]>([
  ["gcc-academy", "GCC02-0001"],
  ["ai-academy", "AI06-00001"],
])("an application of %s keeps its answers and the copies of them", async (sample, applicationNumber) => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db, { sample });

  const submitted = await aSubmittedApplication(db, { cohort });

  const found = await findApplication(db, submitted.applicationId);
  expect(found).toMatchObject({
    status: "submitted",
    applicationNumber,
    birthDate: "2000-01-31",
    phone: "+821000001234",
    firstChoice: cohort.definition.tracks[0]!.id,
    secondChoice: null,
    acceptOther: "yes",
  });
  expect(found?.answers).toEqual(submitted.answers);
});

test("answers saved over an older revision are not stored", async () => {
  const db = await freshDatabase();
  const { applicationId: id } = await aSubmittedApplication(db, { cohort: await anOpenCohort(db) });
  const now = new Date("2026-11-25T02:00:00.000Z");

  expect(await saveAnswers(db, { id, answers: { q1: "first" }, revision: 1, now })).toBe(true);
  expect(await saveAnswers(db, { id, answers: { q1: "second" }, revision: 1, now })).toBe(false);

  expect(await findApplication(db, id)).toMatchObject({ answers: { q1: "first" }, revision: 2 });
});

test("a person has one live application in a cohort, and a withdrawn one makes room for another", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const first = await aSubmittedApplication(db, { cohort });
  const again = () => aSubmittedApplication(db, { cohort, applicant: first.applicant });
  await expect(again()).rejects.toThrow();

  await saveApplicationStatus(db, { id: first.applicationId, status: "withdrawn", now: cohort.now });
  const second = await again();

  const live = await findLiveApplication(db, { cohortId: cohort.cohortId, applicantId: first.applicantId });
  expect(live).toMatchObject({ id: second.applicationId });
  expect(second.applicationNumber).not.toBe(first.applicationNumber);
});

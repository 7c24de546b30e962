import { expect, test } from "vitest";
import { giveConsents } from "#app/use-cases/give-consents.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { startApplication } from "#app/use-cases/start-application.ts";
import { findApplication } from "#db/queries/applications.ts";
import { listConsents } from "#db/queries/consents.ts";
import { anApplicant, anOpenCohort, type OpenCohort } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { Db } from "#db/connect.ts";

async function aStartedDraft(db: Db) {
  const cohort = await anOpenCohort(db);
  const applicant = await anApplicant(db);
  const { cohortId, now } = cohort;
  const started = await startApplication(db, applicant, { cohortId, consents: ["collect"], arrivedAt: now, now });
  if (!started.ok) throw new Error("refused");
  const { applicationId } = started.value;
  const save = (sectionId: string, values: Record<string, unknown>, revision: number, consents: string[] = []) =>
    saveDraft(db, applicant, { applicationId, sectionId, values, revision, consents, arrivedAt: now, now });
  return {
    cohort,
    applicant,
    applicationId,
    save,
    answers: async () => (await findApplication(db, applicationId))!.answers,
  };
}

test("nothing is stored before the first consent", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const applicant = await anApplicant(db);
  const { cohortId, now } = cohort;

  expect(await startApplication(db, applicant, { cohortId, consents: [], arrivedAt: now, now })).toEqual({
    ok: false,
    refusal: "consent-needed",
  });
  expect(await db.selectFrom("application").selectAll().execute()).toEqual([]);
});

test("starting records the consent with its version, tells the applicant, and starts once", async () => {
  const db = await freshDatabase();
  const { cohort, applicant, applicationId } = await aStartedDraft(db);
  const { cohortId, now } = cohort;

  const again = await startApplication(db, applicant, { cohortId, consents: ["collect"], arrivedAt: now, now });

  expect(again).toEqual({ ok: true, value: { applicationId } });
  expect(await listConsents(db, applicationId)).toMatchObject([
    { consentKey: "collect", definitionId: cohort.definitionId, givenAt: now.toISOString(), withdrawnAt: null },
  ]);
  const outbox = await db.selectFrom("outbox").select(["kind", "messageKey"]).execute();
  expect(outbox).toEqual([{ kind: "application_received", messageKey: `application_received:${applicationId}` }]);
});

test.each<[string, (cohort: OpenCohort) => Date, string]>([
  ["before the door opens", ({ opensAt }) => new Date(opensAt.getTime() - 1), "not-open-yet"],
  ["at the closing instant", ({ closesAt }) => closesAt, "window-closed"],
])("nobody starts %s", async (_when, at, refusal) => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const [arrivedAt, { cohortId }] = [at(cohort), cohort];

  expect(
    await startApplication(db, await anApplicant(db), { cohortId, consents: ["collect"], arrivedAt, now: arrivedAt }),
  ).toEqual({ ok: false, refusal });
});

test("a draft keeps what was typed, also when it is too short or wrong", async () => {
  const db = await freshDatabase();
  const { save, answers } = await aStartedDraft(db);

  expect(await save("essay", { q1: "  짧은 글\r\n둘째 줄 ", tools: ["unity", "unity", "ai"], q2: "" }, 0)).toEqual({
    ok: true,
    value: { revision: 1, edition: expect.any(String), dropped: [], resubmitted: false },
  });
  expect(
    await save("identity", { name: "가상인".normalize("NFD"), email: "no mail", birthDate: "2000.01.31." }, 1),
  ).toMatchObject({
    ok: true,
  });

  expect(await answers()).toEqual({
    q1: "짧은 글\n둘째 줄",
    tools: ["unity", "ai"],
    name: "가상인",
    email: "no mail",
    birthDate: "2000-01-31",
  });
});

test("a resident number is refused, named by its field, and nothing is stored", async () => {
  const db = await freshDatabase();
  const { save, answers } = await aStartedDraft(db);

  expect(await save("identity", { name: "가상인", nameEn: "000131-3123456" }, 0)).toEqual({
    ok: false,
    refusal: { kind: "resident-number", fieldIds: ["nameEn"] },
  });
  expect(await answers()).toEqual({});
});

test("saving over a newer version is refused with what is stored; the same text is no conflict", async () => {
  const db = await freshDatabase();
  const { save, answers } = await aStartedDraft(db);
  await save("essay", { q1: "first window" }, 0);

  expect(await save("essay", { q1: "second window" }, 0)).toEqual({
    ok: false,
    refusal: { kind: "stale", revision: 1, stored: { q1: "first window" } },
  });
  expect(await save("essay", { q1: "first window" }, 0)).toMatchObject({ ok: true });
  expect(await answers()).toEqual({ q1: "first window" });
});

test("sensitive text is kept with the consent ticked beside it, dropped without, and deleted when it is withdrawn", async () => {
  const db = await freshDatabase();
  const { save, answers, applicant, applicationId, cohort } = await aStartedDraft(db);
  const values = { accommodation: "휠체어석", dormitory: "no" };

  expect(await save("support", values, 0)).toMatchObject({
    ok: true,
    value: { dropped: [{ fieldId: "accommodation", why: "no_consent", consentId: "sensitive" }] },
  });
  expect(await answers()).toEqual({ dormitory: "no" });

  expect(await save("support", values, 1, ["sensitive"])).toMatchObject({ ok: true, value: { dropped: [] } });
  expect(await answers()).toEqual(values);

  const times = { arrivedAt: cohort.now, now: cohort.now };
  await giveConsents(db, applicant, { applicationId, offered: ["sensitive", "collect"], ticked: [], ...times });
  expect(await answers()).toEqual({ dormitory: "no" });
  expect(await listConsents(db, applicationId)).toMatchObject([
    { consentKey: "collect", withdrawnAt: null },
    { consentKey: "sensitive", withdrawnAt: cohort.now.toISOString() },
  ]);
});

test("the answer to a question that the same section no longer asks is dropped", async () => {
  const db = await freshDatabase();
  const { save, answers } = await aStartedDraft(db);
  await save("status", { employment: "parttime", employmentNote: "주 10시간" }, 0);

  await save("status", { employment: "unemployed", employmentNote: "주 10시간" }, 1);

  expect(await answers()).toEqual({ employment: "unemployed" });
});

test("another person's draft is not there, and after the close nothing is saved", async () => {
  const db = await freshDatabase();
  const { applicationId, cohort, applicant } = await aStartedDraft(db);
  const input = { applicationId, sectionId: "essay", values: { q1: "x" }, revision: 0, now: cohort.now };

  expect(await saveDraft(db, await anApplicant(db), { ...input, arrivedAt: cohort.now })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
  expect(await saveDraft(db, applicant, { ...input, arrivedAt: cohort.closesAt })).toEqual({
    ok: false,
    refusal: "window-closed",
  });
});

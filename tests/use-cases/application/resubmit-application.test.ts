import { expect, test } from "vitest";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import { findApplication } from "#db/queries/applications.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { anApplicant, anOpenCohort, completeAnswers } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

test("a second submission keeps the number and is another snapshot", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const submit = (at: Date) => submitApplication(db, applicant, { applicationId, arrivedAt: at, now: at });

  const first = await submit(cohort.now);
  const answers = completeAnswers(cohort.definition, {
    name: applicant.name,
    email: applicant.email,
    acceptOther: "no",
  });
  await db
    .updateTable("application")
    .set({ answers: JSON.stringify(answers) })
    .where("id", "=", applicationId)
    .execute();
  const second = await submit(new Date(cohort.now.getTime() + 60_000));

  expect([first, second]).toMatchObject([
    { value: { applicationNumber: "GCC02-0001", submission: 1 } },
    { value: { applicationNumber: "GCC02-0001", submission: 2 } },
  ]);
});

test("where the definition forbids it, a submitted application stays as it is", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db, {
    edit: (definition) => ({ ...definition, form: { ...definition.form, allowResubmitUntilClose: false } }),
  });
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const submit = () => submitApplication(db, applicant, { applicationId, arrivedAt: cohort.now, now: cohort.now });

  expect(await submit()).toMatchObject({ ok: true });
  expect(await submit()).toEqual({ ok: false, refusal: "already-submitted" });
});

test("a change to a submitted application counts at once, and must leave it whole", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const times = { arrivedAt: cohort.now, now: cohort.now };
  await submitApplication(db, applicant, { applicationId, ...times });
  const save = async (firstChoice: string) =>
    saveDraft(db, applicant, {
      applicationId,
      sectionId: "choice",
      values: { firstChoice, acceptOther: "no" },
      revision: (await findApplication(db, applicationId))!.revision,
      ...times,
    });

  expect(await save("")).toMatchObject({
    refusal: { kind: "incomplete", gaps: [{ fieldId: "firstChoice", problem: "required" }] },
  });
  expect(await save("webtoon")).toMatchObject({ ok: true, value: { resubmitted: true } });

  expect(await findApplication(db, applicationId)).toMatchObject({ firstChoice: "webtoon", acceptOther: "no" });
  expect(await listSubmissions(db, applicationId)).toHaveLength(2);
});

test("who withdrew may apply again before the close, with a new number", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const first = await aReadyDraft(db, { cohort });
  const times = { arrivedAt: cohort.now, now: cohort.now };
  await submitApplication(db, first.applicant, { applicationId: first.applicationId, ...times });

  const { applicationId } = first;
  expect(await withdrawApplication(db, first.applicant, { applicationId, now: cohort.now })).toMatchObject({
    ok: true,
  });
  const second = await aReadyDraft(db, { cohort, applicant: first.applicant });
  const again = await submitApplication(db, first.applicant, { applicationId: second.applicationId, ...times });

  expect(again).toMatchObject({ value: { applicationNumber: "GCC02-0002" } });
  expect(await findApplication(db, applicationId)).toMatchObject({
    status: "withdrawn",
    applicationNumber: "GCC02-0001",
    withdrawnAt: cohort.now.toISOString(),
  });
});

test("somebody else's application is not there", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId } = await aReadyDraft(db, { cohort, answers: completeAnswers(cohort.definition) });
  const stranger = await anApplicant(db);
  const times = { arrivedAt: cohort.now, now: cohort.now };

  expect(await submitApplication(db, stranger, { applicationId, ...times })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
  expect(await withdrawApplication(db, stranger, { applicationId, now: cohort.now })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
});

import { expect, test } from "vitest";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { findApplication } from "#db/queries/applications.ts";
import { verifyChain } from "#db/queries/audit-log.ts";
import { listBonusClaims } from "#db/queries/bonus-claims.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { listEligibilityFlags } from "#db/queries/eligibility-flags.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { insertConsents } from "#db/queries/consents.ts";
import { insertFile } from "#db/queries/files.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const before = (instant: Date, milliseconds: number) => new Date(instant.getTime() - milliseconds);

test("a whole draft is submitted: number, snapshot, copies, flags, receipt and audit entry", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort, answers: { employment: "employed" } });
  const arrivedAt = new Date("2026-11-25T04:05:06.789Z");

  const submitted = await submitApplication(db, applicant, { applicationId, arrivedAt, now: arrivedAt });

  expect(submitted).toMatchObject({ ok: true, value: { applicationNumber: "GCC02-0001", submission: 1 } });
  expect(await findApplication(db, applicationId)).toMatchObject({
    status: "submitted",
    applicationNumber: "GCC02-0001",
    submittedAt: arrivedAt.toISOString(),
    birthDate: "2000-01-31",
    acceptOther: "yes",
  });
  expect(await listSubmissions(db, applicationId)).toMatchObject([
    { number: 1, arrivedAt: arrivedAt.toISOString(), sha256: submitted.ok ? submitted.value.sha256 : "" },
  ]);
  expect(await listEligibilityFlags(db, applicationId)).toMatchObject([
    { ruleKey: "unemployed", status: "open", detail: { answer: "employed" } },
  ]);
  const outbox = await db.selectFrom("outbox").select(["kind", "recipient", "payload"]).execute();
  expect(outbox).toMatchObject([{ kind: "submission_receipt", recipient: applicant.email }]);
  expect(JSON.parse(outbox[0]!.payload)).toMatchObject({
    path: `/my/applications/${applicationId}/receipt`,
    extra: [`제출 내용 지문(SHA-256): ${submitted.ok ? submitted.value.sha256 : ""}`],
  });
  expect(JSON.parse(outbox[0]!.payload).variables).toMatchObject({
    applicationNo: "GCC02-0001",
    trackName: "실감콘텐츠 디자이너",
    submittedAt: "2026. 11. 25.(수) 13:05:06",
  });
  expect(await verifyChain(db, cohort.cohortId)).toEqual({ size: 1, brokenAt: null });
});

test("17:59:59.999 is in time, 18:00:00.000 is late", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const late = await aReadyDraft(db, { cohort });
  const inTime = await aReadyDraft(db, { cohort });
  const now = cohort.closesAt;

  expect(
    await submitApplication(db, late.applicant, { applicationId: late.applicationId, arrivedAt: cohort.closesAt, now }),
  ).toEqual({ ok: false, refusal: "window-closed" });
  expect(
    await submitApplication(db, inTime.applicant, {
      applicationId: inTime.applicationId,
      arrivedAt: before(cohort.closesAt, 1),
      now,
    }),
  ).toMatchObject({ ok: true });
});

test("a request that arrived in time counts, although it was slow and the cohort is recorded as closed", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort });
  const now = new Date(cohort.closesAt.getTime() + 5_000);
  await savePhase(db, { cohortId: cohort.cohortId, phase: "closed", now });

  const submitted = await submitApplication(db, applicant, {
    applicationId,
    arrivedAt: before(cohort.closesAt, 1),
    now,
  });

  expect(submitted).toMatchObject({ ok: true, value: { submittedAt: before(cohort.closesAt, 1).toISOString() } });
});

test("two first submissions at the same time get different numbers", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const drafts = await Promise.all([1, 2, 3, 4].map(() => aReadyDraft(db, { cohort })));
  const at = cohort.now;

  const answers = await Promise.all(
    drafts.map(({ applicant, applicationId }) =>
      submitApplication(db, applicant, { applicationId, arrivedAt: at, now: at }),
    ),
  );

  const numbers = answers.map((answer) => (answer.ok ? answer.value.applicationNumber : "refused"));
  expect(numbers.toSorted()).toEqual(["GCC02-0001", "GCC02-0002", "GCC02-0003", "GCC02-0004"]);
});

test("without a required consent or pledge nothing is submitted", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort, consents: ["collect", "truth"] });

  const submitted = await submitApplication(db, applicant, { applicationId, arrivedAt: cohort.now, now: cohort.now });

  expect(submitted).toEqual({
    ok: false,
    refusal: {
      kind: "incomplete",
      gaps: [
        { kind: "consent", consentId: "thirdParty", problem: "required" },
        { kind: "pledge", ruleId: "full_participation", problem: "required" },
      ],
    },
  });
  expect(await findApplication(db, applicationId)).toMatchObject({ status: "draft", applicationNumber: null });
});

test("a sensitive claim counts only with its consent; dropped claims leave, decided ones stay", async () => {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId, applicant } = await aReadyDraft(db, {
    cohort,
    answers: { bonusClaims: ["award", "disabled"] },
  });
  await insertFile(db, {
    cohortId: cohort.cohortId,
    applicationId,
    documentKey: "bonusProof",
    name: "증빙.pdf",
    mediaType: "application/pdf",
    size: 1,
    sha256: "a".repeat(64),
    now: cohort.now,
  });
  const submit = () => submitApplication(db, applicant, { applicationId, arrivedAt: cohort.now, now: cohort.now });
  const claims = async () => (await listBonusClaims(db, applicationId)).map(({ itemKey }) => itemKey);

  expect(await submit()).toMatchObject({ ok: true });
  expect(await claims()).toEqual(["award"]);

  const { definition, now, cohortId, definitionId } = cohort;
  await insertConsents(db, { cohortId, applicationId, definitionId, consentKeys: ["sensitive"], now });
  const { revision } = (await findApplication(db, applicationId))!;
  const values = { bonusClaims: ["disabled", "multicultural"] };
  const saved = await saveDraft(db, applicant, {
    applicationId,
    sectionId: "bonus",
    values,
    revision,
    arrivedAt: now,
    now,
  });
  expect(definition.form.allowResubmitUntilClose).toBe(true);
  expect(saved).toMatchObject({ ok: true, value: { resubmitted: true } });
  expect(await claims()).toEqual(["disabled", "multicultural"]);
});

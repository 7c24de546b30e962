import { expect, test } from "vitest";
import { answerDataRequest } from "#app/use-cases/answer-data-request.ts";
import { askAboutData } from "#app/use-cases/ask-about-data.ts";
import { changeAccount } from "#app/use-cases/change-account.ts";
import { collectOwnData } from "#app/use-cases/own-data.ts";
import { recordAccess } from "#app/use-cases/record-access.ts";
import { giveConsentAgain, withdrawConsent } from "#app/use-cases/withdraw-consent.ts";
import { listAccess } from "#db/queries/access-log.ts";
import { findApplication } from "#db/queries/applications.ts";
import { listBonusClaims, replaceBonusClaims } from "#db/queries/bonus-claims.ts";
import { insertConsents, listStandingConsents } from "#db/queries/consents.ts";
import { anApplicant, anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aPerson() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const accommodation = "휠체어 자리를 부탁드립니다.";
  const answers = { bonusClaims: ["disabled", "veteran"], accommodation };
  const person = await aSubmittedApplication(db, { cohort, answers });
  const { cohortId, definitionId, academyId, now } = cohort;
  const { applicationId } = person;
  const consentKeys = ["collect", "sensitive", "thirdParty", "truth"];
  await insertConsents(db, { cohortId, applicationId, definitionId, consentKeys, now });
  await replaceBonusClaims(db, { cohortId, applicationId, itemKeys: ["disabled", "veteran"], now });
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const reviewer = await aStaffMember(db, { role: "reviewer", academyId, name: "평가위원 가상" });
  /** Long after the close. */
  const later = new Date(cohort.closesAt.getTime() + 30 * 86_400_000);
  return { db, ...person, cohort, cohortId, administrator, reviewer, later };
}

test("an optional consent is withdrawn long after the close: what it covered goes, the rest stays, and it can be given again", async () => {
  const { db, applicant, applicationId, later } = await aPerson();
  const change = { applicationId, consentId: "sensitive", now: later };

  const withdrawn = await withdrawConsent(db, applicant, change);

  expect(withdrawn).toMatchObject({ ok: true, value: { droppedClaims: 1 } });
  const { answers } = (await findApplication(db, applicationId))!;
  expect(answers).not.toHaveProperty("accommodation");
  expect(answers["bonusClaims"]).toEqual(["veteran"]);
  expect((await listBonusClaims(db, applicationId)).map(({ itemKey }) => itemKey)).toEqual(["veteran"]);
  expect(await listStandingConsents(db, applicationId)).toEqual(new Set(["collect", "thirdParty", "truth"]));
  const { payload } = await db.selectFrom("auditEntry").select("payload").executeTakeFirstOrThrow();
  expect(payload).not.toContain("disabled");

  expect(await giveConsentAgain(db, applicant, change)).toMatchObject({ ok: true });
  expect(await listStandingConsents(db, applicationId)).toContain("sensitive");
  expect((await findApplication(db, applicationId))!.answers).not.toHaveProperty("accommodation");
});

test("a required consent, a pledge or somebody else's consent cannot be withdrawn by itself", async () => {
  const { db, applicant, applicationId, administrator, later } = await aPerson();
  const withdraw = (consentId: string, actor = applicant) =>
    withdrawConsent(db, actor, { applicationId, consentId, now: later });

  expect(await withdraw("thirdParty")).toEqual({ ok: false, refusal: "consent-required" });
  expect(await withdraw("truth")).toEqual({ ok: false, refusal: "no-such-consent" });
  expect(await withdraw("nothing")).toEqual({ ok: false, refusal: "no-such-consent" });
  expect(await withdraw("sensitive", await anApplicant(db))).toEqual({ ok: false, refusal: "not-yours" });
  expect(await withdraw("sensitive", administrator)).toEqual({ ok: false, refusal: "not-yours" });
});

test("a request about data is due in ten days, is asked once at a time, and its answer is told without its words", async () => {
  const { db, applicant, applicationId, cohortId, administrator } = await aPerson();
  const arrivedAt = new Date("2026-12-01T16:00:00.000Z");
  const ask = (wish: object = {}) =>
    askAboutData(db, applicant, { applicationId, kind: "erase", statement: "", arrivedAt, now: arrivedAt, ...wish });

  const asked = await ask();
  // 01:00 on 2 December in Seoul.
  expect(asked).toMatchObject({ ok: true, value: { answerBy: "2026-12-12" } });
  expect(await ask()).toEqual({ ok: false, refusal: "already-asked" });
  expect(await ask({ kind: "correct" })).toEqual({ ok: false, refusal: "statement-needed" });
  expect(await ask({ kind: "correct", statement: "000131-3123456" })).toEqual({
    ok: false,
    refusal: "resident-number",
  });
  if (!asked.ok) throw new Error("refused");

  const answer = {
    cohortId,
    requestId: asked.value.requestId,
    verdict: "refused",
    answer: "보존 의무",
    now: arrivedAt,
  };
  expect(await answerDataRequest(db, applicant, answer)).toEqual({ ok: false, refusal: "not-yours" });
  expect(await answerDataRequest(db, administrator, { ...answer, answer: " " })).toMatchObject({ ok: false });
  expect(await answerDataRequest(db, administrator, answer)).toMatchObject({ ok: true });
  expect(await answerDataRequest(db, administrator, answer)).toEqual({ ok: false, refusal: "already-answered" });
  const [message] = await db.selectFrom("outbox").select(["kind", "payload"]).execute();
  expect(message?.kind).toBe("data_request_answered");
  expect(message?.payload).not.toContain("보존 의무");
});

test("opening is recorded once in ten minutes for each person and file, never for the owner, and shown without names", async () => {
  const { db, applicant, applicationId, cohortId, administrator, reviewer, cohort } = await aPerson();
  const open = (actor: typeof applicant, minutes: number, fileId?: string) =>
    recordAccess(db, actor, {
      cohortId,
      applicationId,
      event: fileId ? "file_opened" : "application-viewed",
      ...(fileId ? { file: { id: fileId, documentKey: "portfolio" } } : {}),
      now: new Date(cohort.now.getTime() + minutes * 60_000),
    });

  await open(administrator, 0);
  await open(administrator, 9);
  await open(administrator, 11);
  await open(reviewer, 12, "file-one");
  await open(reviewer, 13, "file-two");
  await open(reviewer, 14, "file-one");
  await open(applicant, 15);

  const log = await listAccess(db, { applicationId, limit: 100 });
  expect(log.map(({ role, event }) => [role, event])).toEqual([
    ["reviewer", "file_opened"],
    ["reviewer", "file_opened"],
    ["administrator", "application-viewed"],
    ["administrator", "application-viewed"],
  ]);
  expect(log[0]).toMatchObject({ document: "portfolio", academyKo: "(예시) 가상 사관학교" });
  expect(JSON.stringify(log)).not.toContain(reviewer.name);
});

test("one's own data holds every class of one's own applications and nothing of anybody else's or unpublished", async () => {
  const { db, applicant, applicationId, applicationNumber, cohort, later } = await aPerson();
  const other = await aSubmittedApplication(db, { cohort });

  const data = await collectOwnData(db, applicant, later);

  expect(data.account.email).toBe(applicant.email);
  expect(data.applications).toHaveLength(1);
  const [own] = data.applications;
  expect(own).toMatchObject({ id: applicationId, applicationNumber, results: { stages: [], decision: null } });
  expect(own!.results.bonusClaims.every(({ status }) => status === null)).toBe(true);
  expect(own!.consents.map(({ rulesVersion }) => rulesVersion)).toEqual([1, 1, 1, 1]);
  expect(own!.retention.length).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toContain(other.applicationNumber);
});

test("name and language of an account change, and a name that is a link does not", async () => {
  const { db, applicant, later: now } = await aPerson();

  expect(await changeAccount(db, applicant, { name: "새이름", language: "en", now })).toMatchObject({ ok: true });
  const account = await db.selectFrom("account").selectAll().where("id", "=", applicant.accountId).executeTakeFirst();
  expect(account).toMatchObject({ name: "새이름", language: "en" });
  expect(await changeAccount(db, applicant, { name: "www.evil.example", language: "ko", now })).toMatchObject({
    ok: false,
  });
});

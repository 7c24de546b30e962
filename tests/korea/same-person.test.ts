import "#tests/routes/account/environment.ts";
import { describe, expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { SAME_PERSON } from "#app/domain/application/same-person.ts";
import { loader as recordPage } from "#app/routes/administrator/cohort/application.tsx";
import { loader as applicationPage } from "#app/routes/applicant/application.tsx";
import { loader as receiptPage } from "#app/routes/applicant/receipt.tsx";
import { loader as reviewPage } from "#app/routes/applicant/submit.tsx";
import { db } from "#app/runtime.server.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import { getApplication } from "#db/queries/applications.ts";
import { listEligibilityFlags } from "#db/queries/eligibility-flags.ts";
import { anOpenCohort, aStaffMember, type OpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { get, route } from "#tests/routes/account/request.ts";

const person = { name: "가상인", birthDate: "2000-01-31", phone: "010-0000-7777" };

async function submitted(cohort: OpenCohort, answers: Readonly<Record<string, string>> = person) {
  const draft = await aReadyDraft(db, { cohort, answers });
  await submitApplication(db, draft.applicant, { ...draft, arrivedAt: cohort.now, now: cohort.now });
  return draft;
}

async function doubts(applicationId: string): Promise<readonly string[]> {
  const flags = await listEligibilityFlags(db, applicationId);
  return flags.filter(({ ruleKey }) => ruleKey === SAME_PERSON).map(({ detail }) => detail.answer);
}

async function numberOf(applicationId: string): Promise<string> {
  return (await getApplication(db, applicationId)).applicationNumber ?? "";
}

async function opened(actor: AccountActor, params: Record<string, string>) {
  const cookie = (await startSession(actor.accountId)).split(";")[0] ?? "";
  return route(get("/", { cookie }), params);
}

describe("KOREA 7.3: one person applying twice under two e-mails", () => {
  test("is told to staff on both applications, by their numbers, and on a third", async () => {
    const cohort = await anOpenCohort(db);
    const one = await submitted(cohort);
    expect(await doubts(one.applicationId)).toEqual([]);
    const two = await submitted(cohort, { ...person, name: "가상 인".normalize("NFD"), phone: "01000007777" });
    const [first, second] = [await numberOf(one.applicationId), await numberOf(two.applicationId)];
    expect(await doubts(one.applicationId)).toEqual([second]);
    expect(await doubts(two.applicationId)).toEqual([first]);

    const three = await submitted(cohort);
    expect(await doubts(three.applicationId)).toEqual([`${first}, ${second}`]);
    expect(await doubts(one.applicationId)).toEqual([`${second}, ${await numberOf(three.applicationId)}`]);
  });

  test("is told to no applicant: not on a page, not in a message; staff read it in the record", async () => {
    const cohort = await anOpenCohort(db, { now: new Date() });
    const [one, two] = [await submitted(cohort), await submitted(cohort)];
    const other = await numberOf(one.applicationId);
    const { applicationId, applicant } = two;
    const pages = [];
    for (const page of [applicationPage, receiptPage, reviewPage]) {
      pages.push(JSON.stringify(await page(await opened(applicant, { applicationId }))));
    }
    const mails = await db.selectFrom("outbox").selectAll().where("recipient", "=", applicant.email).execute();
    expect(mails.map(({ kind }) => kind)).toEqual(["submission_receipt"]);
    for (const told of [...pages, JSON.stringify(mails)]) {
      expect(told).not.toContain(other);
      expect(told).not.toMatch(/같은 사람|동일인|same.person/i);
    }

    const { academyId, cohortId } = cohort;
    const administrator = await aStaffMember(db, { role: "administrator", academyId });
    const record = await recordPage(await opened(administrator, { cohortId, applicationId }));
    expect(JSON.stringify(record.flags)).toContain(other);
  });

  test("is no longer told once another submission shows somebody else; the others keep their doubt", async () => {
    const cohort = await anOpenCohort(db);
    const [one, two, three] = [await submitted(cohort), await submitted(cohort), await submitted(cohort)];
    const section = cohort.definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === "phone"))!;
    const { revision, answers } = await getApplication(db, three.applicationId);
    const saved = await saveDraft(db, three.applicant, {
      applicationId: three.applicationId,
      sectionId: section.id,
      values: { ...answers, phone: "010-0000-8888" },
      revision,
      arrivedAt: cohort.now,
      now: cohort.now,
    });
    expect(saved.ok).toBe(true);
    expect(await doubts(three.applicationId)).toEqual([]);
    expect(await doubts(one.applicationId)).toEqual([await numberOf(two.applicationId)]);
    expect(await doubts(two.applicationId)).toEqual([await numberOf(one.applicationId)]);
  });

  test("is not one person where a mark differs, in another cohort, in a draft, or after a withdrawal", async () => {
    const cohort = await anOpenCohort(db);
    const one = await submitted(cohort);
    await submitted(cohort, { ...person, birthDate: "2000-02-01" });
    await submitted(cohort, { ...person, name: "가상아" });
    await submitted(await anOpenCohort(db));
    await aReadyDraft(db, { cohort, answers: person });
    expect(await doubts(one.applicationId)).toEqual([]);

    const { applicationId, applicant } = one;
    await withdrawApplication(db, applicant, { applicationId, now: cohort.now });
    const again = await aReadyDraft(db, { cohort, applicant, answers: person });
    await submitApplication(db, applicant, { ...again, arrivedAt: cohort.now, now: cohort.now });
    expect(await doubts(again.applicationId)).toEqual([]);
  });
});

describe("KOREA 7.3: the same person again", () => {
  test("after a withdrawal before the close, under the next number", async () => {
    const cohort = await anOpenCohort(db);
    const at = { arrivedAt: cohort.now, now: cohort.now };
    const first = await aReadyDraft(db, { cohort });
    const { applicant } = first;
    const one = await submitApplication(db, applicant, { applicationId: first.applicationId, ...at });
    const left = await withdrawApplication(db, applicant, { applicationId: first.applicationId, ...at });
    const again = await aReadyDraft(db, { cohort, applicant });
    const two = await submitApplication(db, applicant, { applicationId: again.applicationId, ...at });
    expect([one.ok, left.ok, two.ok]).toEqual([true, true, true]);
    expect(one.ok && two.ok && one.value.applicationNumber !== two.value.applicationNumber).toBe(true);
  });
});

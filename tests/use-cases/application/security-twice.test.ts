import { describe, expect, test } from "vitest";
import { closeCohort } from "#app/use-cases/close-cohort.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { startApplication } from "#app/use-cases/start-application.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { uploadFile } from "#app/use-cases/upload-file.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import type { Db } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { verifyChain } from "#db/queries/audit-log.ts";
import { listFiles } from "#db/queries/files.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { anApplicant, anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { aPdf, memoryStore } from "#tests/factories/files.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function receiptsOf(db: Db): Promise<number> {
  const rows = await db.selectFrom("outbox").select("id").where("kind", "=", "submission_receipt").execute();
  return rows.length;
}

describe("what is sent twice happens once:", () => {
  test("submitting, also when the first answer never arrived", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const submit = (minutes: number) => {
      const at = new Date(cohort.now.getTime() + minutes * 60_000);
      return submitApplication(db, applicant, { applicationId, arrivedAt: at, now: at });
    };
    const answers = await Promise.all([submit(0), submit(0), submit(0)]);
    expect(await submit(5)).toEqual(answers[0]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await listSubmissions(db, applicationId)).toHaveLength(1);
    expect(await receiptsOf(db)).toBe(1);
    expect((await findApplication(db, applicationId))?.submittedAt).toBe(cohort.now.toISOString());
  });

  test("saving a section of a submitted application without changing it", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { applicationId, applicant, answers } = await aReadyDraft(db, { cohort });
    const times = { arrivedAt: cohort.now, now: cohort.now };
    await submitApplication(db, applicant, { applicationId, ...times });
    const section = cohort.definition.form.sections.find(({ id }) => id === "choice")!;
    const values = Object.fromEntries(section.fields.map(({ id }) => [id, answers[id]]));
    const revision = (await findApplication(db, applicationId))!.revision;
    const save = () => saveDraft(db, applicant, { applicationId, sectionId: "choice", values, revision, ...times });
    const saved = { ok: true, value: { revision, dropped: [], resubmitted: true, edition: expect.any(String) } };
    expect([await save(), await save()]).toEqual([saved, saved]);
    expect(await listSubmissions(db, applicationId)).toHaveLength(1);
    expect(await receiptsOf(db)).toBe(1);
  });

  test("beginning an application", async () => {
    const db = await freshDatabase();
    const { cohortId, now } = await anOpenCohort(db);
    const applicant = await anApplicant(db);
    const start = () => startApplication(db, applicant, { cohortId, consents: ["collect"], arrivedAt: now, now });
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toEqual(other);
    expect(await db.selectFrom("application").select("id").execute()).toHaveLength(1);
    expect(await db.selectFrom("outbox").select("id").execute()).toHaveLength(1);
  });

  test("handing a file in", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const times = { arrivedAt: cohort.now, now: cohort.now };
    const files = [{ name: "가상.pdf", bytes: aPdf }];
    const upload = () =>
      uploadFile(db, applicant, { applicationId, documentId: "portfolio", files, store: memoryStore(), ...times });
    await Promise.all([upload(), upload()]);
    expect(await listFiles(db, applicationId)).toHaveLength(1);
  });

  test("withdrawing: the second time it is refused and nothing is written", async () => {
    const db = await freshDatabase();
    const { now, ...cohort } = await anOpenCohort(db);
    const { applicationId, applicant } = await aReadyDraft(db, { cohort: { now, ...cohort } });
    const withdraw = () => withdrawApplication(db, applicant, { applicationId, now });
    const answers = await Promise.all([withdraw(), withdraw()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await db.selectFrom("auditEntry").select("event").execute();
    expect(events.filter(({ event }) => event === "application_withdrawn")).toHaveLength(1);
  });
});

describe("what happens at the same moment has one order:", () => {
  test("two windows saving one section: one is kept, the other is told and gets back what is stored", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const { revision } = (await findApplication(db, applicationId))!;
    const save = (firstChoice: string) =>
      saveDraft(db, applicant, {
        applicationId,
        sectionId: "choice",
        values: { firstChoice, acceptOther: "no" },
        revision,
        arrivedAt: cohort.now,
        now: cohort.now,
      });
    const answers = await Promise.all([save("game"), save("webtoon")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { answers: kept } = (await findApplication(db, applicationId))!;
    const stale = answers.find(({ ok }) => !ok);
    expect(stale).toMatchObject({ refusal: { kind: "stale", stored: { firstChoice: kept.firstChoice } } });
  });

  test("submitting and withdrawing end in one of the two, with a whole log", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { cohortId, now } = cohort;
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const [submitted, withdrawn] = await Promise.all([
      submitApplication(db, applicant, { applicationId, arrivedAt: now, now }),
      withdrawApplication(db, applicant, { applicationId, now }),
    ]);
    expect(withdrawn.ok).toBe(true);
    expect(submitted.ok || submitted.refusal === "not-editable").toBe(true);
    expect((await findApplication(db, applicationId))?.status).toBe("withdrawn");
    expect((await verifyChain(db, cohortId)).brokenAt).toBeNull();
  });

  test("what arrived before the end is taken although the cohort was closed by the calendar meanwhile", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { cohortId, academyId, closesAt } = cohort;
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const administrator = await aStaffMember(db, { role: "administrator", academyId });
    const later = new Date(closesAt.getTime() + 30_000);
    const arrivedAt = new Date(closesAt.getTime() - 1);
    const [submitted] = await Promise.all([
      submitApplication(db, applicant, { applicationId, arrivedAt, now: later }),
      closeCohort(db, administrator, { cohortId, now: later }),
    ]);
    expect(submitted).toMatchObject({ ok: true, value: { submittedAt: arrivedAt.toISOString() } });
    expect((await findApplication(db, applicationId))?.status).toBe("submitted");
  });
});

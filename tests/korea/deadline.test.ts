import { describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { closeCohort } from "#app/use-cases/close-cohort.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

async function aDraftAtTheClose() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  return { db, cohort, ...(await aReadyDraft(db, { cohort })) };
}

describe("KOREA 7.1: the deadline", () => {
  test.each([100, 1])("what arrived %i milliseconds before 18:00 is in", async (milliseconds) => {
    const { db, cohort, applicationId, applicant } = await aDraftAtTheClose();
    const arrivedAt = after(cohort.closesAt, -milliseconds);
    const answer = await submitApplication(db, applicant, { applicationId, arrivedAt, now: arrivedAt });
    expect(answer).toMatchObject({ ok: true, value: { submittedAt: arrivedAt.toISOString() } });
  });

  test("what arrived at 18:00:00.000 is late, and what was saved stays", async () => {
    const { db, cohort, applicationId, applicant, answers } = await aDraftAtTheClose();
    const arrivedAt = cohort.closesAt;

    const late = { applicationId, arrivedAt, now: arrivedAt };
    expect(await submitApplication(db, applicant, late)).toEqual({ ok: false, refusal: "window-closed" });
    expect(await saveDraft(db, applicant, { ...late, sectionId: "essay", values: {}, revision: 0 })).toEqual({
      ok: false,
      refusal: "window-closed",
    });
    expect(await getApplication(db, applicationId)).toMatchObject({ status: "draft", answers });
  });

  test("a slow request that arrived in time is in, although the draft expired meanwhile", async () => {
    const { db, cohort, applicationId, applicant } = await aDraftAtTheClose();
    const { cohortId, closesAt } = cohort;
    const now = after(closesAt, 3_600_000);
    await closeCohort(db, systemActor, { cohortId, now });
    expect((await getApplication(db, applicationId)).status).toBe("expired");

    expect(
      await submitApplication(db, applicant, { applicationId, arrivedAt: after(closesAt, -1), now }),
    ).toMatchObject({
      ok: true,
    });
    expect((await getApplication(db, applicationId)).status).toBe("submitted");
  });

  test("a draft at the close expires with everything that was written in it", async () => {
    const { db, cohort, applicationId, answers } = await aDraftAtTheClose();
    const { cohortId, closesAt } = cohort;

    await closeCohort(db, systemActor, { cohortId, now: after(closesAt, 3_600_000) });

    expect(await getApplication(db, applicationId)).toMatchObject({
      status: "expired",
      applicationNumber: null,
      answers,
    });
  });
});

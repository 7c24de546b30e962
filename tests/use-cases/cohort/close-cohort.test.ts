import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { closeCohort, DRAFT_GRACE_MS } from "#app/use-cases/close-cohort.ts";
import { closeDueCohorts } from "#app/use-cases/close-due-cohorts.ts";
import type { Db } from "#db/connect.ts";
import { getApplication, insertApplication } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import {
  anApplicant,
  anOpenCohort,
  aStaffMember,
  aSubmittedApplication,
  type OpenCohort,
} from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aCohortWithADraft() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const { applicationId } = await aSubmittedApplication(db, { cohort });
  return { db, cohort, submitted: applicationId, draft: await aDraft(db, cohort) };
}

async function aDraft(db: Db, { academyId, cohortId, definitionId, now }: OpenCohort): Promise<string> {
  const { accountId, name, email } = await anApplicant(db);
  return insertApplication(db, { academyId, cohortId, definitionId, applicantId: accountId, name, email, now });
}

const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

test("a millisecond before the end it is refused, at the end's own instant it closes", async () => {
  const { db, cohort } = await aCohortWithADraft();
  const { cohortId, closesAt, academyId } = cohort;
  const administrator = await aStaffMember(db, { role: "administrator", academyId });

  const early = await closeCohort(db, administrator, { cohortId, now: later(closesAt, -1) });
  expect(early).toEqual({ ok: false, refusal: "window-not-over" });
  expect((await getCohort(db, cohortId)).phase).toBe("open");

  const onTime = await closeCohort(db, administrator, { cohortId, now: closesAt });
  expect(onTime).toEqual({ ok: true, value: { closed: true, expired: 0 } });
  expect(await getCohort(db, cohortId)).toMatchObject({ phase: "closed", closedAt: closesAt.toISOString() });
});

test("drafts wait for requests that arrived in time, then expire; submitted applications stay", async () => {
  const { db, cohort, draft, submitted } = await aCohortWithADraft();
  const { cohortId, closesAt } = cohort;

  await closeCohort(db, systemActor, { cohortId, now: later(closesAt, DRAFT_GRACE_MS - 1) });
  expect((await getApplication(db, draft)).status).toBe("draft");

  const again = await closeCohort(db, systemActor, { cohortId, now: later(closesAt, DRAFT_GRACE_MS) });
  expect(again).toEqual({ ok: true, value: { closed: false, expired: 1 } });
  expect((await getApplication(db, draft)).status).toBe("expired");
  expect((await getApplication(db, submitted)).status).toBe("submitted");
});

test("the worker closes what is due, comes back for the drafts, and then has nothing to do", async () => {
  const { db, cohort, draft } = await aCohortWithADraft();
  const { closesAt } = cohort;
  expect(await closeDueCohorts(db, { now: later(closesAt, -1) })).toBe(false);
  expect(await closeDueCohorts(db, { now: closesAt })).toBe(true);
  expect(await closeDueCohorts(db, { now: later(closesAt, 1) })).toBe(false);
  expect(await closeDueCohorts(db, { now: later(closesAt, DRAFT_GRACE_MS) })).toBe(true);
  expect((await getApplication(db, draft)).status).toBe("expired");
  expect(await closeDueCohorts(db, { now: later(closesAt, 2 * DRAFT_GRACE_MS) })).toBe(false);
});

test("an auditor and another academy's administrator cannot close", async () => {
  const { db, cohort } = await aCohortWithADraft();
  const { cohortId, closesAt, academyId } = cohort;
  const auditor = await aStaffMember(db, { role: "auditor", academyId });
  const other = await anOpenCohort(db);
  const stranger = await aStaffMember(db, { role: "administrator", academyId: other.academyId });
  for (const actor of [auditor, stranger]) {
    expect(await closeCohort(db, actor, { cohortId, now: closesAt })).toEqual({ ok: false, refusal: "not-yours" });
  }
});

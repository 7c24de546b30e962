import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { closeCohort, DRAFT_GRACE_MS } from "#app/use-cases/close-cohort.ts";
import { closeDueCohorts } from "#app/use-cases/close-due-cohorts.ts";
import { grantExtension } from "#app/use-cases/grant-extension.ts";
import { revokeExtension } from "#app/use-cases/revoke-extension.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import type { Db } from "#db/connect.ts";
import { getApplication, saveApplicationStatus } from "#db/queries/applications.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { findExtendable, listExtensions } from "#db/queries/extensions.ts";
import { eventsOf, outboxOf } from "#tests/factories/accounts.ts";
import { anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { freshDatabase } from "#tests/support/database.ts";

const HOUR = 3_600_000;
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const reason = "접수 서버 장애로 저장하지 못함";

/** A closed cohort with one draft that expired at the close. */
async function anExpiredDraft() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const draft = await aReadyDraft(db, { cohort });
  const { cohortId, closesAt, academyId } = cohort;
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const now = after(closesAt, DRAFT_GRACE_MS);
  await closeCohort(db, systemActor, { cohortId, now });
  const grant = (until: Date, at = after(now, 1)) =>
    grantExtension(db, administrator, { cohortId, applicationId: draft.applicationId, until, reason, now: at });
  return { db, cohort, ...draft, administrator, now, grant };
}

const statusOf = async (db: Db, id: string) => (await getApplication(db, id)).status;

test("an extension makes an expired draft a draft again, opens the door for it alone, and tells the person", async () => {
  const { db, cohort, applicationId, applicant, now, grant } = await anExpiredDraft();
  const other = await aReadyDraft(db, { cohort });
  const until = after(now, HOUR);
  expect(await statusOf(db, applicationId)).toBe("expired");

  expect(await grant(until)).toMatchObject({ ok: true });
  expect(await statusOf(db, applicationId)).toBe("draft");
  expect(await outboxOf(db)).toMatchObject([
    {
      recipient: applicant.email,
      message: { kind: "extension_given", reason, path: `/my/applications/${applicationId}` },
    },
  ]);

  const late = { arrivedAt: after(until, -1), now: until };
  expect(await submitApplication(db, other.applicant, { applicationId: other.applicationId, ...late })).toEqual({
    ok: false,
    refusal: "window-closed",
  });
  expect(await submitApplication(db, applicant, { applicationId, ...late })).toMatchObject({
    ok: true,
    value: { applicationNumber: "GCC02-0001" },
  });
  expect(await eventsOf(db)).toContain("extension_granted");
});

test("the instant of the extension itself is late, and the worker expires the draft again after it", async () => {
  const { db, applicationId, applicant, now, grant } = await anExpiredDraft();
  const until = after(now, HOUR);
  await grant(until);

  await closeDueCohorts(db, { now: after(until, DRAFT_GRACE_MS - 1) });
  expect(await statusOf(db, applicationId)).toBe("draft");
  expect(await submitApplication(db, applicant, { applicationId, arrivedAt: until, now: until })).toEqual({
    ok: false,
    refusal: "window-closed",
  });

  expect(await closeDueCohorts(db, { now: after(until, DRAFT_GRACE_MS) })).toBe(true);
  expect(await statusOf(db, applicationId)).toBe("expired");
});

test("a revoked extension closes the door at once; what it was and who gave it stays on record", async () => {
  const { db, cohort, applicationId, applicant, administrator, now, grant } = await anExpiredDraft();
  const { cohortId } = cohort;
  const given = await grant(after(now, HOUR));
  const extensionId = given.ok ? given.value.id : "";
  const at = after(now, 60_000);

  expect(await revokeExtension(db, administrator, { cohortId, extensionId, now: at })).toEqual({
    ok: true,
    value: null,
  });
  expect(await revokeExtension(db, administrator, { cohortId, extensionId, now: at })).toEqual({
    ok: false,
    refusal: "extension-over",
  });
  const late = { applicationId, arrivedAt: at, now: at };
  expect(await submitApplication(db, applicant, late)).toEqual({ ok: false, refusal: "window-closed" });
  expect(await listExtensions(db, cohortId)).toMatchObject([
    { reason, revokedAt: at.toISOString(), grantedByName: administrator.name },
  ]);
  expect((await outboxOf(db)).map(({ message }) => message.kind)).toEqual(["extension_given", "extension_revoked"]);
  await closeDueCohorts(db, { now: at });
  expect(await statusOf(db, applicationId)).toBe("expired");
});

test("it is refused without a reason, for a time that is no longer, after the first stage began, and to strangers", async () => {
  const { db, cohort, applicationId, applicant, administrator, now, grant } = await anExpiredDraft();
  const { cohortId, closesAt } = cohort;
  const asked = { cohortId, applicationId, until: after(now, HOUR), reason, now };
  const refused = (refusal: string) => ({ ok: false, refusal });

  expect(await grantExtension(db, administrator, { ...asked, reason: "  " })).toEqual(refused("reason-missing"));
  expect(await grant(closesAt)).toEqual(refused("until-not-later"));
  expect(await grant(now, now)).toEqual(refused("until-not-later"));

  const other = await anOpenCohort(db);
  const stranger = await aStaffMember(db, { role: "administrator", academyId: other.academyId });
  for (const actor of [stranger, applicant, systemActor]) {
    expect(await grantExtension(db, actor, asked)).toEqual(refused("not-yours"));
  }
  expect(await grantExtension(db, stranger, { ...asked, cohortId: other.cohortId })).toEqual(refused("not-yours"));

  await savePhase(db, { cohortId, phase: "in_review", now });
  expect(await grant(after(now, HOUR))).toEqual(refused("first-stage-opened"));
});

test("somebody who has submitted may hand in again while the extension runs; who has withdrawn gets none", async () => {
  const { db, cohort, administrator, now } = await anExpiredDraft();
  const { cohortId } = cohort;
  const submitted = await aSubmittedApplication(db, { cohort });
  const gone = await aSubmittedApplication(db, { cohort });
  await saveApplicationStatus(db, { id: gone.applicationId, status: "withdrawn", now });
  const asked = { cohortId, until: after(now, HOUR), reason, now };

  expect(await grantExtension(db, administrator, { ...asked, applicationId: submitted.applicationId })).toMatchObject({
    ok: true,
  });
  expect(await statusOf(db, submitted.applicationId)).toBe("submitted");
  expect(await grantExtension(db, administrator, { ...asked, applicationId: gone.applicationId })).toEqual({
    ok: false,
    refusal: "cannot-extend",
  });
});

test("an application is found by number, account e-mail or name, only in its own cohort", async () => {
  const { db, cohort, applicationId, applicant } = await anExpiredDraft();
  const { cohortId, academyId } = cohort;
  const submitted = await aSubmittedApplication(db, { cohort });
  const elsewhere = await anOpenCohort(db, { academyId });
  const find = (who: string, where = cohortId) => findExtendable(db, { academyId, cohortId: where, who });

  expect(await find(submitted.applicationNumber.toLowerCase())).toMatchObject([{ id: submitted.applicationId }]);
  expect(await find(applicant.email)).toMatchObject([{ id: applicationId, applicationNumber: null }]);
  expect((await find(applicant.name)).map(({ id }) => id)).toContain(applicationId);
  expect(await find(applicant.email, elsewhere.cohortId)).toEqual([]);
});

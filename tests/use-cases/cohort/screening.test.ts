import { expect, test } from "vitest";
import { decideClaim } from "#app/use-cases/decide-claim.ts";
import { decideFlag } from "#app/use-cases/decide-flag.ts";
import { excludeApplication } from "#app/use-cases/exclude-application.ts";
import { restoreApplication } from "#app/use-cases/restore-application.ts";
import { searchApplications } from "#app/use-cases/search-applications.ts";
import { verifyClaims } from "#app/use-cases/verify-claims.ts";
import { viewApplication } from "#app/use-cases/view-application.ts";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { getApplication } from "#db/queries/applications.ts";
import { listAuditEntries, verifyChain } from "#db/queries/audit-log.ts";
import { findClaimOfCohort, findFlagOfCohort } from "#db/queries/screening.ts";
import { anOpenCohort, aStaffMember, aSubmittedApplication, type OpenCohort } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aScreening() {
  const db = await freshDatabase();
  const cohort = await anOpenCohort(db);
  const administrator = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
  const { applicationId } = await aSubmittedApplication(db, { cohort });
  const inCohort = { cohortId: cohort.cohortId, now: cohort.now };
  return { db, cohort, administrator, applicationId, inCohort };
}

async function aFlag(db: Db, { cohortId, now }: OpenCohort, applicationId: string): Promise<string> {
  const id = newId(now);
  const decision = { decidedBy: null, decidedAt: null, reason: null };
  const values = { id, cohortId, applicationId, ruleKey: "test-rule", detail: "{}", status: "open" as const };
  await db
    .insertInto("eligibilityFlag")
    .values({ ...values, ...decision })
    .execute();
  return id;
}

async function aClaim(db: Db, { cohortId, now }: OpenCohort, applicationId: string): Promise<string> {
  const id = newId(now);
  const decision = { decidedBy: null, decidedAt: null, reason: null };
  const values = { id, cohortId, applicationId, itemKey: "test-item", status: "claimed" as const };
  await db
    .insertInto("bonusClaim")
    .values({ ...values, ...decision })
    .execute();
  return id;
}

test("a flag is decided with a reason, and excludes nobody by itself", async () => {
  const { db, cohort, administrator, applicationId, inCohort } = await aScreening();
  const flagId = await aFlag(db, cohort, applicationId);
  const decision = { ...inCohort, flagId, verdict: "ineligible" as const };

  const silent = await decideFlag(db, administrator, { ...decision, reason: " " });
  expect(silent).toEqual({ ok: false, refusal: "reason-missing" });
  await decideFlag(db, administrator, { ...decision, reason: "insured work since March" });

  expect(await findFlagOfCohort(db, { cohortId: cohort.cohortId, id: flagId })).toMatchObject({
    status: "ineligible",
    reason: "insured work since March",
    decidedBy: administrator.accountId,
  });
  expect((await getApplication(db, applicationId)).status).toBe("submitted");
});

test("a claim is verified without words and rejected only with a reason", async () => {
  const { db, cohort, administrator, applicationId, inCohort } = await aScreening();
  const claimId = await aClaim(db, cohort, applicationId);
  const rejected = await decideClaim(db, administrator, { ...inCohort, claimId, verdict: "rejected" });
  expect(rejected).toEqual({ ok: false, refusal: "reason-missing" });
  await decideClaim(db, administrator, { ...inCohort, claimId, verdict: "verified" });
  const claim = await findClaimOfCohort(db, { cohortId: cohort.cohortId, id: claimId });
  expect(claim).toMatchObject({ status: "verified", reason: null });
});

test("all claims with proof are verified at once; those without a file wait", async () => {
  const { db, cohort, administrator, applicationId, inCohort } = await aScreening();
  const proven = await aClaim(db, cohort, applicationId);
  const other = await aSubmittedApplication(db, { cohort });
  const bare = await aClaim(db, cohort, other.applicationId);
  const file = { documentKey: "bonusProof", name: "proof.pdf", mediaType: "application/pdf", size: 1, sha256: "0" };
  const stored = { id: newId(cohort.now), cohortId: cohort.cohortId, applicationId };
  await db
    .insertInto("file")
    .values({ ...stored, ...file, createdAt: cohort.now.toISOString(), removedAt: null })
    .execute();

  expect(await verifyClaims(db, administrator, inCohort)).toEqual({ ok: true, value: { verified: 1 } });
  const statusOf = async (id: string) => (await findClaimOfCohort(db, { cohortId: cohort.cohortId, id }))?.status;
  expect([await statusOf(proven), await statusOf(bare)]).toEqual(["verified", "claimed"]);
  expect(await verifyClaims(db, administrator, inCohort)).toEqual({ ok: false, refusal: "no-claims-with-proof" });
});

test("nobody is excluded or restored without a reason", async () => {
  const { db, administrator, applicationId, inCohort } = await aScreening();
  const act = { ...inCohort, applicationId, reason: "  " };
  expect(await excludeApplication(db, administrator, act)).toMatchObject({ refusal: "reason-missing" });
  expect(await getApplication(db, applicationId)).toMatchObject({ status: "submitted" });
  await excludeApplication(db, administrator, { ...act, reason: "born before the window" });
  expect(await restoreApplication(db, administrator, act)).toMatchObject({ refusal: "reason-missing" });
});

test("who is excluded leaves the open stage and comes back into it; the log keeps both reasons", async () => {
  const { db, cohort, administrator, applicationId, inCohort } = await aScreening();
  const { cohortId } = cohort;
  await db.updateTable("stage").set({ status: "open" }).where("stageKey", "=", "document").execute();
  const entry = { id: newId(cohort.now), cohortId, stageKey: "document", applicationId, evaluationNumber: "11111" };
  await db
    .insertInto("stageEntry")
    .values({ ...entry, outcome: "pending", score: null, detail: null, reason: null })
    .execute();
  const act = { ...inCohort, applicationId };
  const outcome = async () =>
    (await db.selectFrom("stageEntry").select("outcome").where("id", "=", entry.id).executeTakeFirstOrThrow()).outcome;

  await excludeApplication(db, administrator, { ...act, reason: "born before the window" });
  expect(await getApplication(db, applicationId)).toMatchObject({
    status: "excluded",
    excludedReason: "born before the window",
  });
  expect(await outcome()).toBe("excluded");

  await restoreApplication(db, administrator, { ...act, reason: "certificate of service shown" });
  expect(await getApplication(db, applicationId)).toMatchObject({ status: "submitted", excludedReason: null });
  expect(await outcome()).toBe("pending");
  const events = (await listAuditEntries(db, { chain: cohortId, limit: 9 })).map(({ event }) => event);
  expect(events).toEqual(["application-restored", "application-excluded"]);
});

test("who missed a stage that has closed is not restored by screening", async () => {
  const { db, administrator, applicationId, inCohort } = await aScreening();
  await excludeApplication(db, administrator, { ...inCohort, applicationId, reason: "not eligible" });
  await db.updateTable("stage").set({ status: "closed" }).where("stageKey", "=", "document").execute();
  const restored = await restoreApplication(db, administrator, { ...inCohort, applicationId, reason: "second look" });
  expect(restored).toEqual({ ok: false, refusal: "stage-missed" });
});

test("a record is seen only with an entry in the chain, and by nobody of another academy", async () => {
  const { db, cohort, administrator, applicationId, inCohort } = await aScreening();
  const other = await anOpenCohort(db);
  const stranger = await aStaffMember(db, { role: "administrator", academyId: other.academyId });
  const refused = await viewApplication(db, stranger, { ...inCohort, applicationId });
  expect(refused).toEqual({ ok: false, refusal: "not-yours" });
  // Nor through a cohort of one's own.
  const through = { cohortId: other.cohortId, applicationId, now: cohort.now };
  expect(await viewApplication(db, stranger, through)).toEqual({ ok: false, refusal: "not-yours" });

  expect((await viewApplication(db, administrator, { ...inCohort, applicationId })).ok).toBe(true);
  const [viewed] = await listAuditEntries(db, { chain: cohort.cohortId, limit: 5 });
  expect(viewed).toMatchObject({ event: "application-viewed", subjectId: applicationId, actorRole: "administrator" });
  expect(await verifyChain(db, cohort.cohortId)).toEqual({ size: 1, brokenAt: null });
});

test("searching finds part of a name or number, takes signs as signs, and leaves no name in the log", async () => {
  const { db, cohort, administrator, inCohort } = await aScreening();
  const found = await searchApplications(db, administrator, { ...inCohort, search: "가상" });
  expect(found.ok && found.value.length).toBe(1);
  const signs = await searchApplications(db, administrator, { ...inCohort, search: "%" });
  expect(signs.ok && signs.value).toEqual([]);
  const [entry] = await listAuditEntries(db, { chain: cohort.cohortId, limit: 1 });
  expect(entry?.payload).toBe('{"shown":0}');
});

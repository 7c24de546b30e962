import "#tests/routes/account/environment.ts";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { db, files } from "#app/runtime.server.ts";
import { newId } from "#db/id.ts";
import { saveCleanCopy } from "#db/queries/file-copies.ts";
import { insertFile } from "#db/queries/files.ts";
import { findReview } from "#db/queries/reviews.ts";
import { anApplicant, anAcademy, aStaffMember } from "#tests/factories/cohort.ts";
import { aPdf } from "#tests/factories/files.ts";
import { aCohortBeingScored, queueOf } from "#tests/factories/reviewing.ts";

export const people = [
  "anonymous",
  "applicant",
  "otherApplicant",
  "reviewer",
  "otherReviewer",
  "administrator",
  "otherAdministrator",
  "auditor",
  "otherAuditor",
] as const;
export type Who = (typeof people)[number];

const inReview = await aCohortBeingScored(db);
const { cohort, stageKey, administrator, reviewers, applications, now } = inReview;
const { academyId, cohortId } = cohort;
const [sheet] = await queueOf(db, inReview, reviewers[0]!);
const review = await findReview(db, sheet!.reviewId);
const application = applications.find((each) => each.applicationId === review?.applicationId);
const elsewhere = await anAcademy(db);
const applicationId = application!.applicationId;
const { sha256, size } = await files.put(aPdf);
const openDocument = cohort.definition.documents.find(({ visibleTo }) => visibleTo.includes("evaluator"))!.id;
const fileId = await insertFile(db, {
  cohortId,
  applicationId,
  documentKey: openDocument,
  name: "가상.pdf",
  mediaType: "application/pdf",
  sha256,
  size,
  now,
});
await saveCleanCopy(db, { sha256, mediaType: "application/pdf", cleanSha256: sha256 });
const runId = newId(now);
await db
  .insertInto("selectionRun")
  .values({
    id: runId,
    cohortId,
    kind: "tryout",
    status: "complete",
    definitionId: cohort.definitionId,
    engineVersion: "1",
    input: "{}",
    digest: "0".repeat(64),
    result: "{}",
    createdBy: administrator.accountId,
    createdAt: now.toISOString(),
    publishedAt: null,
  })
  .execute();

const accounts: Readonly<Record<Exclude<Who, "anonymous">, AccountActor>> = {
  applicant: application!.applicant,
  otherApplicant: await anApplicant(db),
  reviewer: reviewers[0]!,
  otherReviewer: await aStaffMember(db, { role: "reviewer", academyId: elsewhere }),
  administrator,
  otherAdministrator: await aStaffMember(db, { role: "administrator", academyId: elsewhere }),
  auditor: await aStaffMember(db, { role: "auditor", academyId }),
  otherAuditor: await aStaffMember(db, { role: "auditor", academyId: elsewhere }),
};

const cookies = new Map<Who, string>();
for (const [who, { accountId }] of Object.entries(accounts))
  cookies.set(who as Who, (await startSession(accountId)).split(";")[0] ?? "");

export function cookieFor(who: Who): string {
  return cookies.get(who) ?? "";
}

/** What stands for each `:parameter` of the site map: one cohort, one application, one sheet. */
export const parameters: Readonly<Record<string, string>> = {
  slug: cohort.slug,
  cohortId,
  stageKey,
  applicationId,
  sectionId: cohort.definition.form.sections[0]!.id,
  reviewId: sheet!.reviewId,
  runId,
  fileId,
  token: "no-such-token",
  name: "0000000-00000000.eml",
};
/** A stage whose scores come from a file. */
export const importedStage = cohort.definition.stages.find(({ source }) => source !== undefined)?.id ?? "";
export const versionFile = `${cohort.definitionId}.json`;

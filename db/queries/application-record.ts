import type { Db } from "../connect.ts";

/** What stands around one application: for the people who screen it, never for reviewers. */
export async function getApplicationRecord(db: Db, applicationId: string) {
  const [applicant, files, consents, flags, claims, submissions, offers, decision, reservePlace, messages] =
    await Promise.all([
      findApplicant(db, applicationId),
      listFiles(db, applicationId),
      listConsents(db, applicationId),
      listFlags(db, applicationId),
      listClaims(db, applicationId),
      listSubmissions(db, applicationId),
      listOffers(db, applicationId),
      findDecision(db, applicationId),
      findReservePlace(db, applicationId),
      listMessages(db, applicationId),
    ]);
  return { applicant, files, consents, flags, claims, submissions, offers, decision, reservePlace, messages };
}

async function findApplicant(db: Db, applicationId: string) {
  return db
    .selectFrom("application")
    .innerJoin("account", "account.id", "application.applicantId")
    .select(["account.name", "account.email", "account.emailVerifiedAt"])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
}

async function listFiles(db: Db, applicationId: string) {
  return db
    .selectFrom("file")
    .select(["id", "documentKey", "name", "size", "createdAt", "scan", "fault"])
    .where("applicationId", "=", applicationId)
    .where("removedAt", "is", null)
    .orderBy("createdAt")
    .execute();
}

async function listConsents(db: Db, applicationId: string) {
  return db
    .selectFrom("consent")
    .select(["id", "consentKey", "givenAt", "withdrawnAt"])
    .where("applicationId", "=", applicationId)
    .orderBy("givenAt")
    .execute();
}

async function listFlags(db: Db, applicationId: string) {
  return db
    .selectFrom("eligibilityFlag")
    .leftJoin("account", "account.id", "eligibilityFlag.decidedBy")
    .select([
      "eligibilityFlag.id",
      "eligibilityFlag.ruleKey",
      "eligibilityFlag.detail",
      "eligibilityFlag.status",
      "eligibilityFlag.reason",
      "eligibilityFlag.decidedAt",
      "account.name as decidedByName",
    ])
    .where("eligibilityFlag.applicationId", "=", applicationId)
    .orderBy("eligibilityFlag.ruleKey")
    .execute();
}

async function listClaims(db: Db, applicationId: string) {
  return db
    .selectFrom("bonusClaim")
    .leftJoin("account", "account.id", "bonusClaim.decidedBy")
    .select([
      "bonusClaim.id",
      "bonusClaim.itemKey",
      "bonusClaim.status",
      "bonusClaim.reason",
      "bonusClaim.decidedAt",
      "account.name as decidedByName",
    ])
    .where("bonusClaim.applicationId", "=", applicationId)
    .orderBy("bonusClaim.itemKey")
    .execute();
}

async function listSubmissions(db: Db, applicationId: string) {
  return db
    .selectFrom("applicationSubmission")
    .select(["number", "arrivedAt", "sha256"])
    .where("applicationId", "=", applicationId)
    .orderBy("number")
    .execute();
}

async function listOffers(db: Db, applicationId: string) {
  return db
    .selectFrom("offer")
    .select(["id", "trackKey", "status", "origin", "heldAt", "openedAt", "respondBy", "answeredAt", "reason"])
    .where("applicationId", "=", applicationId)
    .orderBy("heldAt")
    .execute();
}

async function findDecision(db: Db, applicationId: string) {
  return db
    .selectFrom("decision")
    .select(["outcome", "trackKey", "reserveNumber", "meritRank", "total", "publishedAt"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
}

async function findReservePlace(db: Db, applicationId: string) {
  return db
    .selectFrom("reservePlace")
    .select(["trackKey", "number", "status"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
}

async function listMessages(db: Db, applicationId: string) {
  return db
    .selectFrom("outbox")
    .select(["id", "kind", "status", "subject", "createdAt", "sentAt"])
    .where("applicationId", "=", applicationId)
    .orderBy("createdAt")
    .limit(200)
    .execute();
}

/** What the audit log says about this application, newest first. */
export async function listTimeline(db: Db, { cohortId, applicationId }: { cohortId: string; applicationId: string }) {
  return db
    .selectFrom("auditEntry")
    .leftJoin("account", "account.id", "auditEntry.actorId")
    .select([
      "auditEntry.sequence",
      "auditEntry.at",
      "auditEntry.event",
      "auditEntry.payload",
      "auditEntry.actorRole",
      "account.name as actorName",
    ])
    .where("auditEntry.subjectId", "=", applicationId)
    .where("auditEntry.cohortId", "=", cohortId)
    .orderBy("auditEntry.sequence", "desc")
    .limit(200)
    .execute();
}

import type { Role } from "#app/domain/access/actor.ts";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import type { StageOutcome, StageStatus } from "#app/domain/cohort/stage-status.ts";
import type { ReviewStatus } from "#app/domain/review/review-status.ts";

/**
 * One block a table. Ids are UUIDv7, instants ISO-8601 UTC with milliseconds, documents of data JSON text,
 * scores whole hundredths of a point (or exact decimal text where a rule computed them).
 */
type Id = string;
type Instant = string;
type Json = string;
type Language = "ko" | "en";

export interface Database {
  academy: { id: Id; slug: string; nameKo: string; nameEn: string; createdAt: Instant };

  account: {
    id: Id;
    email: string;
    passwordHash: string | null;
    name: string;
    role: Role;
    academyId: Id | null;
    language: Language;
    emailVerifiedAt: Instant | null;
    disabledAt: Instant | null;
    createdAt: Instant;
  };
  session: { id: string; accountId: Id; expiresAt: Instant };
  accountToken: {
    id: string;
    accountId: Id | null;
    academyId: Id | null;
    kind: "verify_email" | "reset_password" | "staff_invitation" | "first_administrator";
    email: string;
    payload: Json;
    createdAt: Instant;
    expiresAt: Instant;
    usedAt: Instant | null;
  };
  setting: { key: string; value: string };

  cohort: {
    id: Id;
    academyId: Id;
    slug: string;
    phase: CohortPhase;
    definitionId: Id;
    titleKo: string;
    titleEn: string;
    seats: number;
    lastApplicationSequence: number;
    lockVersion: number;
    createdAt: Instant;
    openedAt: Instant | null;
    closedAt: Instant | null;
  };
  definitionVersion: {
    id: Id;
    cohortId: Id;
    version: number;
    definition: Json;
    sha256: string;
    reason: string;
    createdBy: Id | null;
    createdAt: Instant;
  };

  application: {
    id: Id;
    academyId: Id;
    cohortId: Id;
    applicantId: Id;
    definitionId: Id;
    status: ApplicationStatus;
    applicationNumber: string | null;
    answers: Json;
    revision: number;
    name: string;
    birthDate: string | null;
    phone: string | null;
    email: string | null;
    firstChoice: string | null;
    secondChoice: string | null;
    acceptOther: "yes" | "no" | null;
    createdAt: Instant;
    savedAt: Instant;
    submittedAt: Instant | null;
    withdrawnAt: Instant | null;
    excludedReason: string | null;
  };
  applicationSubmission: {
    id: Id;
    applicationId: Id;
    cohortId: Id;
    definitionId: Id;
    number: number;
    answers: Json;
    sha256: string;
    arrivedAt: Instant;
    createdAt: Instant;
  };
  consent: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    consentKey: string;
    definitionId: Id;
    givenAt: Instant;
    withdrawnAt: Instant | null;
  };
  bonusClaim: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    itemKey: string;
    status: "claimed" | "verified" | "rejected";
    decidedBy: Id | null;
    decidedAt: Instant | null;
    reason: string | null;
  };
  eligibilityFlag: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    ruleKey: string;
    detail: Json;
    status: "open" | "eligible" | "ineligible";
    decidedBy: Id | null;
    decidedAt: Instant | null;
    reason: string | null;
  };
  file: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    documentKey: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    createdAt: Instant;
    removedAt: Instant | null;
  };

  stage: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    position: number;
    status: StageStatus;
    openedAt: Instant | null;
    closedAt: Instant | null;
    closedBy: Id | null;
    approvedAt: Instant | null;
    approvedBy: Id | null;
    publishAt: Instant | null;
    publishedAt: Instant | null;
    digest: string | null;
    result: Json | null;
  };
  stageEntry: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    applicationId: Id;
    evaluationNumber: string;
    outcome: StageOutcome;
    score: string | null;
    detail: Json | null;
    reason: string | null;
  };
  panelMember: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    /** Empty: the panel reads every track. */
    trackKey: string;
    reviewerId: Id;
    isExternal: number;
    conflictsDeclaredAt: Instant | null;
    createdAt: Instant;
  };
  pledge: {
    id: Id;
    cohortId: Id;
    reviewerId: Id;
    typedName: string;
    textSha256: string;
    address: string;
    signedAt: Instant;
  };
  conflict: {
    id: Id;
    cohortId: Id;
    reviewerId: Id;
    applicationId: Id;
    reasonKey: string;
    note: string;
    declaredAt: Instant;
  };
  assignmentBatch: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    seed: string;
    summary: Json;
    createdBy: Id | null;
    createdAt: Instant;
  };
  review: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    applicationId: Id;
    reviewerId: Id;
    batchId: Id | null;
    status: ReviewStatus;
    /** This reviewer's own seeded order of reading. */
    position: number;
    comment: string;
    totalHundredths: number | null;
    revision: number;
    assignedAt: Instant;
    savedAt: Instant | null;
    submittedAt: Instant | null;
    cancelledAt: Instant | null;
    cancelReason: string | null;
  };
  reviewScore: { reviewId: Id; criterionKey: string; hundredths: number };
  scoreImport: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    fileName: string;
    sha256: string;
    rowCount: number;
    createdBy: Id | null;
    createdAt: Instant;
  };
  importedScore: {
    id: Id;
    cohortId: Id;
    stageKey: string;
    applicationId: Id;
    columnKey: string;
    value: string;
    importId: Id;
  };

  selectionRun: {
    id: Id;
    cohortId: Id;
    kind: "tryout" | "official";
    status: "stopped" | "complete" | "approved" | "published" | "superseded";
    definitionId: Id;
    engineVersion: string;
    input: Json;
    digest: string;
    result: Json;
    createdBy: Id | null;
    createdAt: Instant;
    approvedBy: Id | null;
    approvedAt: Instant | null;
    publishAt: Instant | null;
    publishedAt: Instant | null;
  };
  tieDecision: {
    id: Id;
    cohortId: Id;
    scope: string;
    groupKey: string;
    numbers: Json;
    minuteNumber: string;
    reason: string;
    decidedBy: Id | null;
    decidedAt: Instant;
  };
  seatAddition: {
    id: Id;
    cohortId: Id;
    trackKey: string;
    seats: number;
    minuteNumber: string;
    reason: string;
    decidedBy: Id | null;
    decidedAt: Instant;
  };
  decision: {
    id: Id;
    cohortId: Id;
    runId: Id;
    applicationId: Id;
    outcome: "selected" | "reserve" | "not_selected";
    trackKey: string | null;
    choiceOrder: number | null;
    reserveNumber: number | null;
    meritRank: number | null;
    total: string | null;
    explanation: Json;
    publishedAt: Instant;
  };
  offer: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    trackKey: string;
    choiceOrder: number | null;
    status: "held" | "open" | "accepted" | "declined" | "lapsed" | "cancelled";
    origin: "selection" | "reserve";
    replacesOfferId: Id | null;
    reason: string | null;
    heldAt: Instant;
    approvedBy: Id | null;
    openedAt: Instant | null;
    respondBy: Instant | null;
    answeredAt: Instant | null;
  };
  reservePlace: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    trackKey: string;
    number: number;
    meritRank: number;
    status: "waiting" | "promoted" | "left" | "ended";
    createdAt: Instant;
    endedAt: Instant | null;
  };

  outbox: {
    id: Id;
    messageKey: string;
    academyId: Id | null;
    cohortId: Id | null;
    applicationId: Id | null;
    offerId: Id | null;
    kind: string;
    recipient: string;
    language: Language;
    payload: Json;
    status: "queued" | "sent" | "failed" | "stopped";
    dueAt: Instant;
    claimedUntil: Instant | null;
    attempts: number;
    lastError: string | null;
    sentAt: Instant | null;
    smtpMessageId: string | null;
    subject: string | null;
    bodyText: string | null;
    createdAt: Instant;
  };
  job: {
    id: Id;
    kind: string;
    cohortId: Id;
    payload: Json;
    status: "queued" | "running" | "done" | "refused" | "failed";
    requestedBy: Id | null;
    dueAt: Instant;
    claimedUntil: Instant | null;
    createdAt: Instant;
    finishedAt: Instant | null;
    result: Json | null;
  };

  auditChain: { chain: string; size: number; head: string };
  auditEntry: {
    id: Id;
    chain: string;
    sequence: number;
    at: Instant;
    actorId: Id | null;
    actorRole: string;
    event: string;
    cohortId: Id | null;
    subjectKind: string;
    subjectId: string;
    payload: Json | null;
    salt: string | null;
    commitment: string;
    hash: string;
  };
}

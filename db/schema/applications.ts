import type { Generated } from "kysely";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { CohortPhase } from "#app/domain/cohort/phase.ts";
import type { Id, Instant, Json } from "./columns.ts";

/** Cohorts, the versions of their rules, and what people handed in. */
export interface ApplicationTables {
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
    /** Of the metadata-free copy for reviewers; null until it is made. */
    cleanSha256: string | null;
    scan: Generated<"off" | "waiting" | "clean" | "infected">;
    /** Why no clean copy could be made. */
    fault: string | null;
    /** 문서확인번호 of an electronic certificate. */
    certificateNumber: string | null;
    issuedOn: string | null;
  };
  cohortAttachment: {
    id: Id;
    cohortId: Id;
    labelKo: string;
    labelEn: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    createdBy: Id | null;
    createdAt: Instant;
    removedAt: Instant | null;
  };
}

import type { StageOutcome, StageStatus } from "#app/domain/cohort/stage-status.ts";
import type { ReviewStatus } from "#app/domain/review/review-status.ts";
import type { Id, Instant, Json } from "./columns.ts";

/** Stages, who reviews in them, and the scores that come out. */
export interface StageTables {
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
}

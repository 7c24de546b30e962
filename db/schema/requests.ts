import type { Id, Instant } from "./columns.ts";

/** What applicants ask of the staff, and the staff of applicants, beside the form. */
export interface RequestTables {
  personalExtension: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    until: Instant;
    reason: string;
    grantedBy: Id | null;
    grantedAt: Instant;
    revokedAt: Instant | null;
  };
  documentRequest: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    documentKey: string;
    reason: string;
    dueAt: Instant;
    requestedBy: Id | null;
    requestedAt: Instant;
    fulfilledAt: Instant | null;
    cancelledAt: Instant | null;
  };
  /** Staff have looked at what was handed in up to then. */
  documentCheck: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    documentKey: string;
    checkedBy: Id | null;
    checkedAt: Instant;
  };
  appeal: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    number: number;
    /** "final", or the key of the stage whose result is appealed. */
    about: string;
    ground: "procedure" | "arithmetic" | "fact";
    statement: string;
    status: "received" | "upheld" | "dismissed" | "withdrawn";
    arrivedAt: Instant;
    /** The last day for the answer, YYYY-MM-DD in Seoul. */
    answerBy: string;
    answer: string | null;
    minuteNumber: string | null;
    decidedBy: Id | null;
    decidedAt: Instant | null;
  };
  dataRequest: {
    id: Id;
    cohortId: Id;
    applicationId: Id;
    kind: "correct" | "erase" | "stop";
    statement: string;
    status: "open" | "done" | "refused";
    arrivedAt: Instant;
    answerBy: string;
    answer: string | null;
    answeredBy: Id | null;
    answeredAt: Instant | null;
  };
}

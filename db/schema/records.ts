import type { Id, Instant, Json, Language } from "./columns.ts";

/** What waits to be sent or done, and the record of what was done. */
export interface RecordTables {
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

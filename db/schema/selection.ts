import type { Id, Instant, Json } from "./columns.ts";

/** Selection runs, decisions and what became of the seats. */
export interface SelectionTables {
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
  /** The record of a published run, and what opens everybody's own row of it. */
  selectionRecord: {
    runId: Id;
    cohortId: Id;
    secretKey: string;
    root: string;
    disclosedRoot: string;
    size: number;
    madeAt: Instant;
  };
  recordOpening: {
    id: Id;
    cohortId: Id;
    runId: Id;
    applicationId: Id;
    applicationNumber: string;
    reviewSalt: string;
    disclosedSalt: string;
    disclosed: Json;
    leafIndex: number;
    proof: Json;
    neededTrack: string | null;
    neededTotal: string | null;
    neededAt: Instant | null;
  };
}

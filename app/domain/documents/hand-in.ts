import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { DocumentDefinition } from "#app/domain/programme/documents.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

// Those in the running, or with a seat or a reserve number.
const askable: ReadonlySet<ApplicationStatus> = new Set<ApplicationStatus>([
  "submitted",
  "reserved",
  "offered",
  "accepted",
]);

/** Whether somebody in this status may be asked for a document again, and hand it in. */
export function mayBeAsked(status: ApplicationStatus): boolean {
  return askable.has(status);
}

export type RequestState = "waiting" | "fulfilled" | "overdue" | "cancelled";

type Requested = { readonly dueAt: string; readonly fulfilledAt: string | null; readonly cancelledAt: string | null };

/** Where a request for a document stands at an instant. At the deadline's own instant it is overdue. */
export function requestState({ dueAt, fulfilledAt, cancelledAt }: Requested, now: Date): RequestState {
  if (cancelledAt !== null) return "cancelled";
  if (fulfilledAt !== null) return "fulfilled";
  return now < new Date(dueAt) ? "waiting" : "overdue";
}

export type Seat = { readonly status: string; readonly openedAt: Date | null; readonly respondBy: Date | null };

type Asked = {
  readonly document: Pick<DocumentDefinition, "when">;
  readonly status: ApplicationStatus;
  /** The person's newest offer. */
  readonly seat: Seat | null;
  readonly confirmBy: Date;
  /** Whether a request for this document stands at the arrival. */
  readonly isRequested: boolean;
  readonly arrivedAt: Date;
};

export type HandInRefusal = "not-asked" | "documents-late" | "not-editable";

/** By when documents after the selection can be handed in: with the answers of everybody, or of a seat refilled later. */
export function documentsUntil(seat: Pick<Seat, "respondBy">, confirmBy: Date): Date {
  return seat.respondBy !== null && seat.respondBy > confirmBy ? seat.respondBy : confirmBy;
}

/**
 * Whether a document may be handed in at an arrival. A standing request allows any document; besides, who was told of a seat
 * and has not lost it hands in what is asked after the selection, inside [told, deadline).
 */
export function mayHandIn(asked: Asked): Result<"requested" | "after_selection", HandInRefusal> {
  if (!mayBeAsked(asked.status)) return refuse("not-editable");
  if (asked.isRequested) return done("requested");
  const { seat } = asked;
  if (asked.document.when !== "after_selection" || !seat) return refuse("not-asked");
  if (seat.openedAt === null || (seat.status !== "open" && seat.status !== "accepted")) return refuse("not-asked");
  if (asked.arrivedAt < seat.openedAt) return refuse("not-asked");
  return asked.arrivedAt < documentsUntil(seat, asked.confirmBy) ? done("after_selection") : refuse("documents-late");
}

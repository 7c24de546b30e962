import { done, refuse, type Result } from "#app/domain/result.ts";

/** What can happen to a seat that is somebody's. A status without moves is final: a new seat is a new offer. */
export const offerMoves = {
  held: { open: "open", cancel: "cancelled", lapse: "lapsed" },
  open: { accept: "accepted", decline: "declined", lapse: "lapsed", cancel: "cancelled" },
  accepted: { giveUp: "declined", cancel: "cancelled" },
  declined: {},
  lapsed: {},
  cancelled: {},
} as const satisfies Record<string, Record<string, string>>;

export type OfferStatus = keyof typeof offerMoves;
export type OfferMove = "open" | "accept" | "decline" | "lapse" | "cancel" | "giveUp";

export const offerStatuses = Object.keys(offerMoves) as readonly OfferStatus[];

/** Offers that take up a seat. `held`: kept for somebody who has not been told yet. */
export const liveOfferStatuses = ["held", "open", "accepted"] as const satisfies readonly OfferStatus[];

export function isLiveOffer(status: OfferStatus): boolean {
  return (liveOfferStatuses as readonly string[]).includes(status);
}

/** `respondBy` is null while the offer is held and nobody's time runs yet. */
export type Offer = { readonly status: OfferStatus; readonly opensAt: Date | null; readonly respondBy: Date | null };

export type OfferRefusal = "not_open" | "already_answered" | "not_open_yet" | "deadline_passed" | "deadline_not_passed";

/** The status after a move, undefined where the table has none. */
export function statusAfter(status: OfferStatus, move: OfferMove): OfferStatus | undefined {
  const moves: Partial<Record<OfferMove, OfferStatus>> = offerMoves[status];
  return moves[move];
}

/** Tells the person: from now on [opensAt, respondBy) the seat can be accepted or declined. Only a held offer. */
export function openOffer<Kind extends Offer>(
  offer: Kind,
  window: { readonly opensAt: Date; readonly respondBy: Date },
) {
  const moved = move(offer, "open");
  return moved.ok ? done({ ...moved.value, ...window }) : moved;
}

/** `arrivedAt` is the arrival of the request; at the deadline's own instant it is late. */
export function accept<Kind extends Offer>(offer: Kind, arrivedAt: Date): Result<Kind, OfferRefusal> {
  return answer(offer, "accept", arrivedAt);
}

/** As accept; final, because the next person is called. */
export function decline<Kind extends Offer>(offer: Kind, arrivedAt: Date): Result<Kind, OfferRefusal> {
  return answer(offer, "decline", arrivedAt);
}

/** Silence: an open offer whose deadline has come. Refused before it. */
export function lapse<Kind extends Offer>(offer: Kind, now: Date): Result<Kind, OfferRefusal> {
  const moved = move(offer, "lapse");
  if (!moved.ok || offer.status === "held") return moved;
  return offer.respondBy !== null && now >= offer.respondBy ? moved : refuse("deadline_not_passed");
}

/** A person who had accepted gives the seat back before the course is over with filling. */
export function giveUp<Kind extends Offer>(offer: Kind): Result<Kind, OfferRefusal> {
  return move(offer, "giveUp");
}

/** Staff take a seat back (false statement, not eligible, absent at the start); the reason is the caller's. */
export function cancel<Kind extends Offer>(offer: Kind): Result<Kind, OfferRefusal> {
  return move(offer, "cancel");
}

function answer<Kind extends Offer>(
  offer: Kind,
  by: "accept" | "decline",
  arrivedAt: Date,
): Result<Kind, OfferRefusal> {
  const moved = move(offer, by);
  if (!moved.ok) return moved;
  if (offer.opensAt === null || offer.respondBy === null || arrivedAt < offer.opensAt) return refuse("not_open_yet");
  return arrivedAt < offer.respondBy ? moved : refuse("deadline_passed");
}

function move<Kind extends Offer>(offer: Kind, by: OfferMove): Result<Kind, OfferRefusal> {
  const status = statusAfter(offer.status, by);
  if (status === undefined) return refuse(offer.status === "held" ? "not_open" : "already_answered");
  return done({ ...offer, status });
}

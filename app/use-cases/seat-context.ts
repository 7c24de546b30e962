import { hasReached } from "#app/domain/cohort/phase.ts";
import { replyDeadline } from "#app/domain/offer/reply-deadline.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db, Trx } from "#db/connect.ts";
import { findCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findFirstSent, findOffer, type Offer } from "#db/queries/offers.ts";
import { getSeatPerson, type SeatPerson } from "#db/queries/seat-ledger.ts";
import { lockCohort } from "#db/transaction.ts";

export type SeatCohort = { readonly cohort: Cohort; readonly definition: ProgrammeDefinition };
export type SeatContext = SeatCohort & { readonly offer: Offer; readonly person: SeatPerson };

export async function findSeatCohort(db: Db, cohortId: string): Promise<SeatCohort | undefined> {
  const cohort = await findCohort(db, cohortId);
  return cohort && { cohort, definition: await getDefinition(db, cohort.definitionId) };
}

/** Locks the offer's cohort before the offer is read for deciding: nobody else counts seats now. */
export async function lockSeat(trx: Trx, offerId: string): Promise<SeatContext | undefined> {
  const known = await findOffer(trx, offerId);
  if (!known) return undefined;
  await lockCohort(trx, known.cohortId);
  const [offer, seat] = [await findOffer(trx, offerId), await findSeatCohort(trx, known.cohortId)];
  return offer && seat && { ...seat, offer, person: await getSeatPerson(trx, offer.applicationId) };
}

/** Seats change hands from the publication until the course is over. */
export function seatsMove({ phase }: Cohort): boolean {
  return hasReached(phase, "published") && !hasReached(phase, "completed");
}

/** Whether a person must say yes before a reserve is told. */
export function needsApproval(definition: ProgrammeDefinition): boolean {
  const message = definition.notifications.find(({ event }) => event === "reserve_promoted");
  return definition.reserve.promotion.requiresApproval === true || message?.requiresApproval === true;
}

/**
 * Until when the holder may answer. Hours of a refilled seat run from the first message that a channel accepted:
 * while none was, only the end of the reserve list bounds them. Never earlier than the person was told.
 */
export async function deadlineOf(db: Db, offer: Offer, definition: ProgrammeDefinition): Promise<Date | null> {
  if (offer.origin !== "reserve" || offer.status !== "open" || offer.respondBy === null) return offer.respondBy;
  const validUntil = new Date(definition.reserve.validUntil);
  const firstAcceptedAt = await findFirstSent(db, offer);
  if (firstAcceptedAt === null) return laterOf(offer.respondBy, validUntil);
  const due = replyDeadline({ firstAcceptedAt, replyHours: definition.reserve.promotion.replyHours, validUntil });
  return due.ok ? laterOf(offer.respondBy, due.value) : offer.respondBy;
}

/** The row as the rule of offers reads it, with the deadline that counts. */
export async function answerable(db: Db, { offer, definition }: SeatContext) {
  return { ...offer, opensAt: offer.openedAt, respondBy: await deadlineOf(db, offer, definition) };
}

function laterOf(left: Date, right: Date): Date {
  return left > right ? left : right;
}

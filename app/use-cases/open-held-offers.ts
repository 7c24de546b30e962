import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { cancel, openOffer } from "#app/domain/offer/offer.ts";
import { earliestCall, replyDeadline } from "#app/domain/offer/reply-deadline.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { Db, Trx } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listOffersOfStatus, saveOffer } from "#db/queries/offers.ts";
import { findReservePlace } from "#db/queries/reserve-places.ts";
import { getSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { endOffer } from "./free-seat.ts";
import { promoteReserves } from "./promote-reserves.ts";
import { findSeatCohort, needsApproval, type SeatContext } from "./seat-context.ts";
import { enqueueSeatMessage } from "./seat-message.ts";

type OpenHeldOffers = { readonly cohortId: string; readonly now: Date };

/**
 * Tells the people for whom a seat is held, once it was approved (where that is needed) and the hour allows it.
 * A seat held for somebody who has left meanwhile goes on to the next. Safe to run at any time and twice.
 */
export async function openHeldOffers(
  db: Db,
  actor: Actor,
  { cohortId, now }: OpenHeldOffers,
): Promise<Result<{ readonly opened: number }, "not-yours">> {
  const before = await findSeatCohort(db, cohortId);
  if (!before || !can(actor, "offer:approve", before.cohort)) return refuse("not-yours");
  if ((await listOffersOfStatus(db, { cohortId, status: "held" })).length === 0) return done({ opened: 0 });

  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const seats = await findSeatCohort(trx, cohortId);
    if (!seats) return refuse("not-yours");
    let opened = 0;
    const freedIn: string[] = [];
    for (const offer of await listOffersOfStatus(trx, { cohortId, status: "held" })) {
      const seat = { ...seats, offer, person: await getSeatPerson(trx, offer.applicationId) };
      if (seat.person.status !== "reserved") {
        await endHeld(trx, actor, { seat, now });
        freedIn.push(offer.trackKey);
      } else if (offer.approvedBy !== null || !needsApproval(seats.definition)) {
        opened += (await tryToOpen(trx, actor, { seat, now })) ? 1 : 0;
      }
    }
    if (freedIn.length > 0) await promoteReserves(trx, actor, { ...seats, now, freedIn });
    return done({ opened });
  });
}

/** The first instant from now on at which a reserve may be told; undefined when the list has ended by then. */
export function firstCall(definition: ProgrammeDefinition, now: Date): Date | undefined {
  const { reserve } = definition;
  const at = earliestCall({
    now,
    fillStart: windowOf(definition, "reserveFill").start,
    notBefore: reserve.promotion.notBefore,
    validUntil: new Date(reserve.validUntil),
  });
  return at.ok ? at.value : undefined;
}

type Held = { readonly seat: SeatContext; readonly now: Date };

async function tryToOpen(trx: Trx, actor: Actor, { seat, now }: Held): Promise<boolean> {
  const { offer, definition, person } = seat;
  const at = firstCall(definition, now);
  if (at === undefined || at > now) return false;
  const { reserve } = definition;
  const validUntil = new Date(reserve.validUntil);
  // What the message says. Hours run from the first message accepted, so the deadline can only become later.
  const told = replyDeadline({ firstAcceptedAt: now, replyHours: reserve.promotion.replyHours, validUntil });
  const status = moveApplication(person.status, "offer");
  if (!told.ok || !status.ok) return false;
  const opened = openOffer({ ...offer, opensAt: offer.openedAt }, { opensAt: now, respondBy: told.value });
  if (!opened.ok) return false;

  const place = await findReservePlace(trx, offer.applicationId);
  const respondBy = told.value;
  await saveOffer(trx, { ...opened.value, openedAt: now });
  await saveApplicationStatus(trx, { id: offer.applicationId, status: status.value, now });
  await recordEvent(trx, {
    event: "reserve-offered",
    actor,
    cohortId: offer.cohortId,
    subjectKind: "offer",
    subjectId: offer.id,
    payload: { track: offer.trackKey, number: place?.number, respondBy: respondBy.toISOString() },
    now,
  });
  const until = formatInstant(respondBy, person.language);
  const values = { replyDeadlineAt: until, confirmDeadlineAt: until, reserveNo: String(place?.number ?? "") };
  await enqueueSeatMessage(trx, {
    ...seat,
    seat: offer,
    subject: offer.id,
    words: { event: "reserve_promoted", values },
    now,
  });
  return true;
}

/** A seat held for somebody who left the list is nobody's: the person was never told of it. */
export async function endHeld(trx: Trx, actor: Actor, { seat, now }: Held): Promise<void> {
  const ended = cancel({ ...seat.offer, opensAt: seat.offer.openedAt });
  if (!ended.ok) return;
  const offer = { ...ended.value, answeredAt: now };
  await endOffer(trx, actor, { seat, offer, event: "held-seat-released", words: null, now });
}

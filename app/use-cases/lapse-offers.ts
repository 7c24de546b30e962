import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { lapse } from "#app/domain/offer/offer.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { listOffersOfStatus, type Offer } from "#db/queries/offers.ts";
import { getSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { endOffer } from "./free-seat.ts";
import { planRefill, promoteReserves } from "./promote-reserves.ts";
import { answerable, findSeatCohort, seatsMove } from "./seat-context.ts";

type LapseOffers = { readonly cohortId: string; readonly now: Date };
export type Lapsed = { readonly lapsed: number; readonly held: number };

/** An answer that arrived in time may still be on its way to the database when the deadline comes. */
export const LAPSE_PATIENCE_MS = 60_000;

/**
 * Silence until the deadline lapses; every seat that is free then, for whatever reason, is held for the next of the
 * reserve list. Safe to run at any time and twice: looks first, and locks only where there is something to do.
 */
export async function lapseOffers(
  db: Db,
  actor: Actor,
  { cohortId, now }: LapseOffers,
): Promise<Result<Lapsed, "not-yours">> {
  const before = await findSeatCohort(db, cohortId);
  if (!before || !can(actor, "offer:lapse", before.cohort)) return refuse("not-yours");
  if (!seatsMove(before.cohort)) return done({ lapsed: 0, held: 0 });
  const { refill } = await planRefill(db, { ...before, now });
  const due = (await listOffersOfStatus(db, { cohortId, status: "open" })).filter((offer) => isPast(offer, now));
  if (due.length === 0 && refill.fills.length === 0) return done({ lapsed: 0, held: 0 });

  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const seats = await findSeatCohort(trx, cohortId);
    if (!seats) return refuse("not-yours");
    const freedIn: string[] = [];
    for (const offer of await listOffersOfStatus(trx, { cohortId, status: "open" })) {
      if (!isPast(offer, now)) continue;
      const person = await getSeatPerson(trx, offer.applicationId);
      const seat = { ...seats, offer, person };
      const open = await answerable(trx, seat);
      if (!isPast(open, now)) continue;
      const ended = lapse(open, now);
      const status = moveApplication(person.status, "lapse");
      if (!ended.ok) continue;

      if (status.ok) await saveApplicationStatus(trx, { id: offer.applicationId, status: status.value, now });
      await endOffer(trx, actor, {
        seat,
        offer: { ...ended.value, answeredAt: open.respondBy },
        event: "offer-lapsed",
        words: { event: "seat_lapsed" },
        now,
      });
      freedIn.push(offer.trackKey);
    }
    const { fills } = await promoteReserves(trx, actor, { ...seats, now, freedIn: [...new Set(freedIn)] });
    return done({ lapsed: freedIn.length, held: fills.length });
  });
}

function isPast({ respondBy }: Pick<Offer, "respondBy">, now: Date): boolean {
  return respondBy !== null && now.getTime() >= respondBy.getTime() + LAPSE_PATIENCE_MS;
}

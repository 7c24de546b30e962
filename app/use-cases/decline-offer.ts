import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { decline, giveUp, type OfferRefusal } from "#app/domain/offer/offer.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { inTransaction } from "#db/transaction.ts";
import { freeSeat } from "./free-seat.ts";
import { answerable, lockSeat, seatsMove } from "./seat-context.ts";

type DeclineOffer = { readonly offerId: string; readonly arrivedAt: Date; readonly now: Date };
export type DeclineRefusal = OfferRefusal | "not-yours" | "seats-closed" | "move-not-allowed";

/** The holder gives the seat up, before the deadline or after having accepted it. Final: the next person is called. */
export async function declineOffer(
  db: Db,
  actor: Actor,
  { offerId, arrivedAt, now }: DeclineOffer,
): Promise<Result<null, DeclineRefusal>> {
  return inTransaction(db, async (trx) => {
    const seat = await lockSeat(trx, offerId);
    if (!seat || !can(actor, "offer:answer", seat.person)) return refuse("not-yours");
    if (!seatsMove(seat.cohort)) return refuse("seats-closed");
    const open = await answerable(trx, seat);
    const declined = open.status === "accepted" ? giveUp(open) : decline(open, arrivedAt);
    if (!declined.ok) return declined;
    const status = moveApplication(seat.person.status, "decline");
    if (!status.ok) return status;

    await saveApplicationStatus(trx, { id: seat.person.applicationId, status: status.value, now });
    const declinedAt = formatInstant(arrivedAt, seat.person.language);
    await freeSeat(trx, actor, {
      seat,
      offer: { ...declined.value, answeredAt: arrivedAt },
      event: open.status === "accepted" ? "offer-given-up" : "offer-declined",
      words: { event: "declined", values: { declinedAt } },
      now,
    });
    return done(null);
  });
}

import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { cancel, type OfferRefusal } from "#app/domain/offer/offer.ts";
import { text } from "#app/domain/programme/text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { inTransaction } from "#db/transaction.ts";
import { freeSeat } from "./free-seat.ts";
import { lockSeat, seatsMove } from "./seat-context.ts";

type CancelOffer = {
  readonly cohortId: string;
  readonly offerId: string;
  /** Position among the definition's `acceptance.cancelReasons`. */
  readonly reason: number;
  readonly now: Date;
};
export type CancelRefusal =
  OfferRefusal | "not-yours" | "reason-unknown" | "offer-held" | "seats-closed" | "move-not-allowed";

/** Staff take a seat back for a reason that was announced. Who was not told yet is screened out instead. */
export async function cancelOffer(
  db: Db,
  actor: Actor,
  { cohortId, offerId, reason, now }: CancelOffer,
): Promise<Result<null, CancelRefusal>> {
  return inTransaction(db, async (trx) => {
    const seat = await lockSeat(trx, offerId);
    if (!seat || seat.cohort.id !== cohortId || !can(actor, "offer:cancel", seat.cohort)) return refuse("not-yours");
    if (!seatsMove(seat.cohort)) return refuse("seats-closed");
    const because = seat.definition.acceptance.cancelReasons[reason];
    if (!because) return refuse("reason-unknown");
    if (seat.offer.status === "held") return refuse("offer-held");
    const cancelled = cancel({ ...seat.offer, opensAt: seat.offer.openedAt });
    if (!cancelled.ok) return cancelled;
    const status = moveApplication(seat.person.status, "cancel");
    if (!status.ok) return status;

    await saveApplicationStatus(trx, { id: seat.person.applicationId, status: status.value, now });
    await freeSeat(trx, actor, {
      seat,
      offer: { ...cancelled.value, answeredAt: now, reason: because.ko },
      event: "offer-cancelled",
      words: { event: "seat_cancelled", reason: text(because, seat.person.language) },
      now,
    });
    return done(null);
  });
}

import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { accept, type OfferRefusal } from "#app/domain/offer/offer.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { saveOffer } from "#db/queries/offers.ts";
import { inTransaction } from "#db/transaction.ts";
import { answerable, lockSeat } from "./seat-context.ts";
import { enqueueSeatMessage } from "./seat-message.ts";

type AcceptOffer = {
  readonly offerId: string;
  readonly pledged: boolean;
  /** When the request arrived: the instant that the deadline counts. */
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type AcceptRefusal = OfferRefusal | "not-yours" | "pledge-missing" | "move-not-allowed";

/** The holder takes the seat, inside [opened, deadline) and after the pledge that the definition asks for. */
export async function acceptOffer(
  db: Db,
  actor: Actor,
  { offerId, pledged, arrivedAt, now }: AcceptOffer,
): Promise<Result<null, AcceptRefusal>> {
  return inTransaction(db, async (trx) => {
    const seat = await lockSeat(trx, offerId);
    if (!seat || !can(actor, "offer:answer", seat.person)) return refuse("not-yours");
    const accepted = accept(await answerable(trx, seat), arrivedAt);
    if (!accepted.ok) return accepted;
    const { pledge } = acceptanceRequirements(seat.definition);
    if (pledge && !pledged) return refuse("pledge-missing");
    const status = moveApplication(seat.person.status, "accept");
    if (!status.ok) return status;

    const offer = { ...accepted.value, answeredAt: arrivedAt };
    await saveOffer(trx, offer);
    await saveApplicationStatus(trx, { id: offer.applicationId, status: status.value, now });
    await recordEvent(trx, {
      event: "offer-accepted",
      actor,
      cohortId: offer.cohortId,
      subjectKind: "offer",
      subjectId: offerId,
      payload: { track: offer.trackKey, arrivedAt: arrivedAt.toISOString(), pledged: pledge !== null },
      now,
    });
    await enqueueSeatMessage(trx, { ...seat, seat: offer, subject: offerId, words: { event: "confirmed" }, now });
    return done(null);
  });
}

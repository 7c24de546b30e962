import type { Actor } from "#app/domain/access/actor.ts";
import type { Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { saveOffer, type Offer } from "#db/queries/offers.ts";
import { promoteReserves } from "./promote-reserves.ts";
import { enqueueSeatMessage, type SeatWords } from "./seat-message.ts";
import type { SeatContext } from "./seat-context.ts";

type Freed = {
  readonly seat: SeatContext;
  /** The offer after the move that ended it. */
  readonly offer: Offer;
  readonly event: string;
  /** Null where the person was never told of the seat. */
  readonly words: SeatWords | null;
  readonly now: Date;
};

/** Ends an offer: stored, recorded and told. The seat is free then, and must be given on in the same transaction. */
export async function endOffer(trx: Trx, actor: Actor, { seat, offer, event, words, now }: Freed): Promise<void> {
  await saveOffer(trx, offer);
  await recordEvent(trx, {
    event,
    actor,
    cohortId: offer.cohortId,
    subjectKind: "offer",
    subjectId: offer.id,
    payload: { track: offer.trackKey, reason: offer.reason ?? undefined, at: offer.answeredAt?.toISOString() },
    now,
  });
  if (words) await enqueueSeatMessage(trx, { ...seat, seat: offer, subject: offer.id, words, now });
}

/** Ends an offer and holds its seat for the next of the reserve list, so that no seat is ever free while somebody waits. */
export async function freeSeat(trx: Trx, actor: Actor, freed: Freed): Promise<void> {
  await endOffer(trx, actor, freed);
  const { cohort, definition } = freed.seat;
  await promoteReserves(trx, actor, { cohort, definition, now: freed.now, freedIn: [freed.offer.trackKey] });
}

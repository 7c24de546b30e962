import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { lapse } from "#app/domain/offer/offer.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listOffersOfStatus } from "#db/queries/offers.ts";
import { listReservePlaces, savePlaceStatus } from "#db/queries/reserve-places.ts";
import { getSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { endOffer } from "./free-seat.ts";
import { promoteReserves } from "./promote-reserves.ts";
import { findSeatCohort, seatsMove, type SeatCohort } from "./seat-context.ts";
import { enqueueSeatMessage } from "./seat-message.ts";

type EndReserveList = { readonly cohortId: string; readonly now: Date };

/**
 * When its validity ends, the list is over: nobody waits any more, everybody who did is told, seats held for people who
 * were never told stay empty and the record says why. Safe to run at any time and twice.
 */
export async function endReserveList(
  db: Db,
  actor: Actor,
  { cohortId, now }: EndReserveList,
): Promise<Result<{ readonly ended: number }, "not-yours">> {
  const before = await findSeatCohort(db, cohortId);
  if (!before || !can(actor, "offer:lapse", before.cohort)) return refuse("not-yours");
  if (!isOver(before, now) || !(await somebodyWaits(db, cohortId))) return done({ ended: 0 });

  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const seats = await findSeatCohort(trx, cohortId);
    if (!seats) return refuse("not-yours");
    const places = (await listReservePlaces(trx, cohortId)).filter(({ status }) => status === "waiting");
    for (const { id, applicationId } of places) {
      await savePlaceStatus(trx, { id, status: "ended", endedAt: now });
      await release(trx, { seats, applicationId, now });
    }
    const freedIn = await endHeldSeats(trx, actor, { seats, now });
    await recordEvent(trx, {
      event: "reserve-list-ended",
      actor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: { waiting: places.length, held: freedIn.length },
      now,
    });
    const tracks = seats.definition.tracks.map(({ id }) => id);
    await promoteReserves(trx, actor, { ...seats, now, freedIn: tracks });
    return done({ ended: places.length + freedIn.length });
  });
}

function isOver({ cohort, definition }: SeatCohort, now: Date): boolean {
  return seatsMove(cohort) && now >= new Date(definition.reserve.validUntil);
}

async function somebodyWaits(db: Db, cohortId: string): Promise<boolean> {
  const held = await listOffersOfStatus(db, { cohortId, status: "held" });
  return held.length > 0 || (await listReservePlaces(db, cohortId)).some(({ status }) => status === "waiting");
}

/** Seats kept for people who were never told: nobody may be told any more. */
async function endHeldSeats(
  trx: Trx,
  actor: Actor,
  { seats, now }: { seats: SeatCohort; now: Date },
): Promise<readonly string[]> {
  const held = await listOffersOfStatus(trx, { cohortId: seats.cohort.id, status: "held" });
  for (const offer of held) {
    const seat = { ...seats, offer, person: await getSeatPerson(trx, offer.applicationId) };
    const ended = lapse({ ...offer, opensAt: null }, now);
    if (!ended.ok) continue;
    await endOffer(trx, actor, {
      seat,
      offer: { ...ended.value, answeredAt: now },
      event: "held-seat-released",
      words: null,
      now,
    });
    await release(trx, { seats, applicationId: offer.applicationId, now });
  }
  return held.map(({ trackKey }) => trackKey);
}

type Release = { readonly seats: SeatCohort; readonly applicationId: string; readonly now: Date };

async function release(trx: Trx, { seats, applicationId, now }: Release): Promise<void> {
  const person = await getSeatPerson(trx, applicationId);
  if (person.status !== "reserved") return;
  const status = moveApplication(person.status, "release");
  if (!status.ok) return;
  await saveApplicationStatus(trx, { id: applicationId, status: status.value, now });
  const words = { event: "reserve_list_ended" } as const;
  await enqueueSeatMessage(trx, { ...seats, person, seat: null, subject: applicationId, words, now });
}

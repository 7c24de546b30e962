import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import { findReservePlace, savePlaceStatus } from "#db/queries/reserve-places.ts";
import { findSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { endHeld } from "./open-held-offers.ts";
import { promoteReserves } from "./promote-reserves.ts";
import { findSeatCohort } from "./seat-context.ts";

type LeaveReserveList = { readonly applicationId: string; readonly now: Date };
export type LeaveRefusal = "not-yours" | "not-on-the-list";

/** Somebody waits no longer. A seat already held for them, of which they do not know yet, goes to the next. */
export async function leaveReserveList(
  db: Db,
  actor: Actor,
  { applicationId, now }: LeaveReserveList,
): Promise<Result<null, LeaveRefusal>> {
  return inTransaction(db, async (trx) => {
    const known = await findSeatPerson(trx, applicationId);
    if (!known || !can(actor, "offer:answer", known)) return refuse("not-yours");
    await lockCohort(trx, known.cohortId);
    const person = await findSeatPerson(trx, applicationId);
    const seats = await findSeatCohort(trx, known.cohortId);
    const place = await findReservePlace(trx, applicationId);
    if (!person || !seats || !place || person.status !== "reserved") return refuse("not-on-the-list");
    const status = moveApplication(person.status, "withdraw");
    if (!status.ok) return refuse("not-on-the-list");

    await savePlaceStatus(trx, { id: place.id, status: "left", endedAt: now });
    await saveApplicationStatus(trx, { id: applicationId, status: status.value, now });
    await recordEvent(trx, {
      event: "reserve-list-left",
      actor,
      cohortId: known.cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { track: place.trackKey, number: place.number },
      now,
    });
    const offer = await findNewestOffer(trx, applicationId);
    const freedIn = offer?.status === "held" ? [offer.trackKey] : [];
    if (offer?.status === "held") await endHeld(trx, actor, { seat: { ...seats, offer, person }, now });
    // Also without a seat of their own: a tie that kept a seat free may be none without them.
    await promoteReserves(trx, actor, { ...seats, now, freedIn });
    return done(null);
  });
}

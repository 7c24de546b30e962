import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import { findReservePlace, savePlaceStatus } from "#db/queries/reserve-places.ts";
import { findSeatPerson } from "#db/queries/seat-ledger.ts";
import { listEntriesOfApplication, saveEntryOutcome, saveExclusion } from "#db/queries/screening.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { endHeld } from "./open-held-offers.ts";
import { promoteReserves } from "./promote-reserves.ts";
import { findSeatCohort } from "./seat-context.ts";

type Exclusion = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly reason: string;
  readonly now: Date;
};

/** Takes somebody out of the running: out of the open stage too, and off the reserve list. */
export async function excludeApplication(db: Db, actor: Actor, { cohortId, applicationId, reason, now }: Exclusion) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const application = await findApplication(trx, applicationId);
    if (application?.cohortId !== cohortId || !can(actor, "application:screen", application)) {
      return refuse("not-yours");
    }
    if (reason.trim() === "") return refuse("reason-missing");
    // The approved run counts on its people until it is published; afterwards a seat is cancelled instead.
    if ((await getCohort(trx, cohortId)).phase === "confirmed") return refuse("selection-final");
    const moved = moveApplication(application.status, "exclude");
    if (!moved.ok) return moved;

    await saveExclusion(trx, { id: applicationId, status: "excluded", reason: reason.trim() });
    for (const entry of await listEntriesOfApplication(trx, applicationId)) {
      if (entry.outcome !== "pending") continue;
      await saveEntryOutcome(trx, { id: entry.id, outcome: "excluded", reason: reason.trim() });
    }
    await recordEvent(trx, {
      event: "application-excluded",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { before: application.status, reason: reason.trim() },
      now,
    });
    if (application.status === "reserved") await leaveList(trx, actor, { cohortId, applicationId, now });
    return done({ applicationId });
  });
}

/** The place on the reserve list ends; a seat already held for this person, who knows nothing of it, goes on. */
async function leaveList(trx: Trx, actor: Actor, { cohortId, applicationId, now }: Omit<Exclusion, "reason">) {
  const place = await findReservePlace(trx, applicationId);
  if (place) await savePlaceStatus(trx, { id: place.id, status: "left", endedAt: now });
  const seats = await findSeatCohort(trx, cohortId);
  const person = await findSeatPerson(trx, applicationId);
  const offer = await findNewestOffer(trx, applicationId);
  if (!seats || !person) return;
  const freedIn = offer?.status === "held" ? [offer.trackKey] : [];
  if (offer?.status === "held") await endHeld(trx, actor, { seat: { ...seats, offer, person }, now });
  // Also without a seat of their own: a tie that kept a seat free may be none without them.
  await promoteReserves(trx, actor, { ...seats, now, freedIn });
}

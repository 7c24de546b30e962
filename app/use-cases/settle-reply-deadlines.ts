import { systemActor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listCohortsInPhases } from "#db/queries/cohorts.ts";
import { findFirstSent, findOffer, listOffersOfStatus, saveOffer } from "#db/queries/offers.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { deadlineOf, findSeatCohort } from "./seat-context.ts";

/**
 * The hours to answer a refilled seat run from the first message that a channel accepted. Once it was sent, the
 * deadline moves to that; it was told with the earlier one, so it only becomes later. Safe to run twice.
 */
export async function settleReplyDeadlines(db: Db, now: Date): Promise<{ readonly settled: number }> {
  let settled = 0;
  for (const { id: cohortId } of await listCohortsInPhases(db, ["published", "filling", "in_training"])) {
    const offers = await listOffersOfStatus(db, { cohortId, status: "open" });
    for (const { id } of offers.filter(({ origin }) => origin === "reserve")) {
      if (await settle(db, { cohortId, offerId: id, now })) settled += 1;
    }
  }
  return { settled };
}

type ToSettle = { readonly cohortId: string; readonly offerId: string; readonly now: Date };

async function settle(db: Db, { cohortId, offerId, now }: ToSettle): Promise<boolean> {
  if (!(await laterDeadline(db, { cohortId, offerId }))) return false;
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const change = await laterDeadline(trx, { cohortId, offerId });
    if (!change) return false;
    await saveOffer(trx, { ...change.offer, respondBy: change.respondBy });
    await recordEvent(trx, {
      event: "reply-deadline-set",
      actor: systemActor,
      cohortId,
      subjectKind: "offer",
      subjectId: offerId,
      payload: { respondBy: change.respondBy.toISOString() },
      now,
    });
    return true;
  });
}

async function laterDeadline(db: Db, { cohortId, offerId }: Omit<ToSettle, "now">) {
  const [offer, seats] = [await findOffer(db, offerId), await findSeatCohort(db, cohortId)];
  if (!offer || !seats || offer.respondBy === null || (await findFirstSent(db, offer)) === null) return undefined;
  const respondBy = await deadlineOf(db, offer, seats.definition);
  return respondBy !== null && respondBy > offer.respondBy ? { offer, respondBy } : undefined;
}

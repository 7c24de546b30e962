import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { listOffersOfStatus, saveOffer } from "#db/queries/offers.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { openHeldOffers } from "./open-held-offers.ts";

type ApproveOffer = {
  readonly cohortId: string;
  /** Null: all that wait for it. */
  readonly offerId: string | null;
  readonly now: Date;
};
export type ApproveRefusal = "not-yours" | "nothing-to-approve";

/** A person lets held seats be offered. What may not be told at this hour goes out by the worker when it may. */
export async function approveOffer(
  db: Db,
  actor: Actor,
  { cohortId, offerId, now }: ApproveOffer,
): Promise<Result<{ readonly approved: number; readonly opened: number }, ApproveRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (actor.kind !== "account" || !cohort || !can(actor, "offer:approve", cohort)) return refuse("not-yours");
    const held = await listOffersOfStatus(trx, { cohortId, status: "held" });
    const waiting = held.filter(({ id, approvedBy }) => approvedBy === null && (offerId === null || id === offerId));
    if (waiting.length === 0) return refuse("nothing-to-approve");

    for (const offer of waiting) {
      await saveOffer(trx, { ...offer, approvedBy: actor.accountId });
      await recordEvent(trx, {
        event: "reserve-approved",
        actor,
        cohortId,
        subjectKind: "offer",
        subjectId: offer.id,
        payload: { track: offer.trackKey },
        now,
      });
    }
    const told = await openHeldOffers(trx, actor, { cohortId, now });
    return done({ approved: waiting.length, opened: told.ok ? told.value.opened : 0 });
  });
}

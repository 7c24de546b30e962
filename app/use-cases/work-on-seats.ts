import { systemActor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.ts";
import { listCohortsInPhases } from "#db/queries/cohorts.ts";
import { endReserveList } from "./end-reserve-list.ts";
import { lapseOffers } from "./lapse-offers.ts";
import { openHeldOffers } from "./open-held-offers.ts";
import { settleReplyDeadlines } from "./settle-reply-deadlines.ts";

/** Everything about seats that the clock brings, cohort by cohort. For the worker; safe to run at any time and twice. */
export async function workOnSeats(db: Db, now: Date): Promise<void> {
  await settleReplyDeadlines(db, now);
  for (const { id: cohortId } of await listCohortsInPhases(db, ["published", "filling", "in_training"])) {
    await lapseOffers(db, systemActor, { cohortId, now });
    await openHeldOffers(db, systemActor, { cohortId, now });
    await endReserveList(db, systemActor, { cohortId, now });
  }
}

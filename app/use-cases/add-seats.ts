import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse } from "#app/domain/result.ts";
import { seatsOf } from "#app/domain/selection/rule-from-definition.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { insertSeatAddition, sumSeatAdditions } from "#db/queries/seat-additions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type AddSeats = {
  readonly cohortId: string;
  readonly trackKey: string;
  /** A whole number of seats more, at least 1. */
  readonly seats: number;
  readonly minuteNumber: string;
  readonly reason: string;
  readonly now: Date;
};

/** Records the committee's decision to seat more people than a track has; from then on every count uses that number. */
export async function addSeats(db: Db, actor: Actor, { cohortId, trackKey, seats, now, ...input }: AddSeats) {
  const minuteNumber = input.minuteNumber.trim();
  const reason = input.reason.trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "seats:add", cohort)) return refuse("not-yours");
    if (hasReached(cohort.phase, "confirmed")) return refuse("already-confirmed");
    if (!Number.isSafeInteger(seats) || seats < 1) return refuse("seats-not-whole");
    if (minuteNumber === "") return refuse("minute-missing");
    if (reason === "") return refuse("reason-missing");
    const definition = await getDefinition(trx, cohort.definitionId);
    const before = await sumSeatAdditions(trx, cohortId);
    const allowed = seatsOf(definition, { ...before, [trackKey]: (before[trackKey] ?? 0) + seats });
    if (!allowed.ok) return refuse({ kind: allowed.refusal.reason.replaceAll("_", "-"), detail: allowed.refusal });

    const decidedBy = accountIdOf(actor);
    const id = await insertSeatAddition(trx, { cohortId, trackKey, seats, minuteNumber, reason, decidedBy, now });
    await recordEvent(trx, {
      event: "seats-added",
      actor,
      cohortId,
      subjectKind: "seat-addition",
      subjectId: id,
      payload: { track: trackKey, seats, minuteNumber, reason },
      now,
    });
    return done({ id });
  });
}

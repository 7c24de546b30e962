import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { saveTieDecision } from "#db/queries/tie-decisions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { planRefill, promoteReserves } from "./promote-reserves.ts";
import { findSeatCohort, seatsMove } from "./seat-context.ts";

type DecideRefillTie = {
  readonly cohortId: string;
  /** The application numbers of the tie that the refill names, all of them, best first. */
  readonly numbers: readonly string[];
  readonly minuteNumber: string;
  readonly reason: string;
  readonly now: Date;
};

export type RefillTieRefusal =
  | "not-yours"
  | "seats-closed"
  | "reserve-list-ended"
  | "no-tie-to-decide"
  | "order-incomplete"
  | "minute-missing"
  | "reason-missing";

/**
 * Records how the committee ordered people of different reserve lists with equal merit, for whom a seat is free now, and
 * holds the seat for the first of them. Possible from the publication until the reserve list ends.
 */
export async function decideRefillTie(
  db: Db,
  actor: Actor,
  { cohortId, numbers, now, ...input }: DecideRefillTie,
): Promise<Result<{ readonly held: readonly string[] }, RefillTieRefusal>> {
  const minuteNumber = input.minuteNumber.trim();
  const reason = input.reason.trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const seats = await findSeatCohort(trx, cohortId);
    if (!seats || !can(actor, "tie:decide", seats.cohort)) return refuse("not-yours");
    if (!seatsMove(seats.cohort)) return refuse("seats-closed");
    if (now >= new Date(seats.definition.reserve.validUntil)) return refuse("reserve-list-ended");
    const { refill } = await planRefill(trx, { ...seats, now });
    const stopped = refill.stillFree.find(({ tie }) => tie.length > 0);
    if (!stopped) return refuse("no-tie-to-decide");
    if (minuteNumber === "") return refuse("minute-missing");
    if (reason === "") return refuse("reason-missing");
    const group = stopped.tie.toSorted(compareText);
    if (numbers.toSorted(compareText).join() !== group.join()) return refuse("order-incomplete");

    await saveTieDecision(trx, {
      cohortId,
      scope: "refill",
      groupKey: sha256Hex(group.join("|")),
      numbers,
      minuteNumber,
      reason,
      decidedBy: accountIdOf(actor),
      now,
    });
    await recordEvent(trx, {
      event: "tie-decided",
      actor,
      cohortId,
      subjectKind: "track",
      subjectId: stopped.track,
      payload: { where: "refill", track: stopped.track, numbers, minuteNumber, reason },
      now,
    });
    const { fills } = await promoteReserves(trx, actor, { ...seats, now, freedIn: [] });
    return done({ held: fills.map(({ applicationNo }) => applicationNo) });
  });
}

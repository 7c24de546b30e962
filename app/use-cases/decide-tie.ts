import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { findSelectionRun } from "#db/queries/selection-runs.ts";
import { saveTieDecision } from "#db/queries/tie-decisions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type DecideTie = {
  readonly cohortId: string;
  readonly runId: string;
  /** The whole group, best first. */
  readonly numbers: readonly string[];
  readonly minuteNumber: string;
  readonly reason: string;
  readonly now: Date;
};

/** Records how the committee ordered the people of a tie at which a run stopped; the next run applies it. */
export async function decideTie(db: Db, actor: Actor, { cohortId, runId, numbers, now, ...input }: DecideTie) {
  const minuteNumber = input.minuteNumber.trim();
  const reason = input.reason.trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "tie:decide", cohort)) return refuse("not-yours");
    if (hasReached(cohort.phase, "confirmed")) return refuse("already-confirmed");
    const run = await findSelectionRun(trx, runId);
    if (!run || run.cohortId !== cohortId) return refuse("not-yours");
    if (run.result.status !== "stopped") return refuse("no-tie-to-decide");
    if (minuteNumber === "") return refuse("minute-missing");
    if (reason === "") return refuse("reason-missing");
    const group = run.result.tie.group.toSorted(compareText);
    if (numbers.toSorted(compareText).join() !== group.join()) return refuse("order-incomplete");

    await saveTieDecision(trx, {
      cohortId,
      scope: "selection",
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
      subjectKind: "selection-run",
      subjectId: runId,
      payload: { where: run.result.tie.where, track: run.result.tie.track, numbers, minuteNumber, reason },
      now,
    });
    return done({ numbers });
  });
}

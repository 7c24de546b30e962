import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort, savePhase } from "#db/queries/cohorts.ts";
import { findOfficialRun, findSelectionRun, saveRunApproval } from "#db/queries/selection-runs.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { hasChangedSince } from "./changed-since-run.ts";

type ApproveSelection = { readonly cohortId: string; readonly runId: string; readonly now: Date };

/** The second administrator confirms the newest official run, after its digest was computed anew from its stored input. */
export async function approveSelection(db: Db, actor: Actor, { cohortId, runId, now }: ApproveSelection) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "selection:run", cohort)) return refuse("not-yours");
    const run = await findSelectionRun(trx, runId);
    if (!run || run.cohortId !== cohortId) return refuse("not-yours");
    const newest = await findOfficialRun(trx, cohortId);
    if (run.kind !== "official" || newest?.id !== runId) return refuse("not-the-newest-official-run");
    if (run.status === "approved" || run.status === "published") return refuse("already-confirmed");
    if (run.status !== "complete") return refuse("run-not-complete");
    const { academyId } = cohort;
    if (!can(actor, "selection:approve", { academyId, firstBy: run.createdBy })) {
      return refuse("second-administrator-needed");
    }
    if (selectionDigest(run.input) !== run.digest || run.result.digest !== run.digest) return refuse("digest-differs");
    if (await hasChangedSince(trx, { cohort, run })) return refuse("changed-since-run");

    await saveRunApproval(trx, { runId, approvedBy: accountIdOf(actor), now });
    await savePhase(trx, { cohortId, phase: "confirmed", now });
    await recordEvent(trx, {
      event: "selection-approved",
      actor,
      cohortId,
      subjectKind: "selection-run",
      subjectId: runId,
      payload: { digest: run.digest },
      now,
    });
    return done({ digest: run.digest });
  });
}

import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import {
  insertConflicts,
  listConflictsOfReviewer,
  listNamesInPool,
  type DeclaredConflict,
} from "#db/queries/conflicts.ts";
import { listSeatsOfReviewer, saveConflictsDeclared } from "#db/queries/panels.ts";
import { findPledge } from "#db/queries/pledges.ts";
import { cancelReviews } from "#db/queries/reviews.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findStageContext } from "./stage-context.ts";

type DeclareConflicts = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly conflicts: readonly DeclaredConflict[];
  /** Said outright: nobody on the list. */
  readonly none: boolean;
  readonly now: Date;
};

const NOTE_AT_MOST = 500;

/**
 * A reviewer tells whom on the list of names they must not read, or that there is nobody. Their reviews of these people
 * end at once, handed in or not. Later declarations only add: taking one back is not theirs to do.
 */
export async function declareConflicts(
  db: Db,
  actor: AccountActor,
  { cohortId, stageKey, conflicts, none, now }: DeclareConflicts,
) {
  const reviewerId = actor.accountId;
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    const seats = await listSeatsOfReviewer(trx, { cohortId, stageKey, reviewerId });
    if (!context || seats.length === 0 || !can(actor, "conflict:declare", { reviewerId })) return refuse("not-yours");
    if (context.stage.status === "waiting") return refuse("stage-not-open");
    if (context.stage.status !== "open") return refuse("stage-closed");
    if (!(await findPledge(trx, { cohortId, reviewerId }))) return refuse("pledge-missing");
    if (none && conflicts.length > 0) return refuse("none-and-some");
    const known = await listConflictsOfReviewer(trx, { cohortId, reviewerId });
    if (!none && conflicts.length === 0 && known.length === 0) return refuse("nothing-declared");

    const reasons = new Set(context.definition.evaluators.conflictReasons.map(({ id }) => id));
    if (conflicts.some(({ reasonKey }) => !reasons.has(reasonKey))) return refuse("reason-missing");
    if (conflicts.some(({ note }) => note.trim().length > NOTE_AT_MOST)) return refuse("note-too-long");
    const names = await listNamesInPool(trx, { cohortId, stageKey, tracks: tracksOf(seats) });
    const pool = new Set(names.map(({ applicationId }) => applicationId));
    if (conflicts.some(({ applicationId }) => !pool.has(applicationId))) return refuse("not-on-list");

    const before = new Set(known.map(({ applicationId }) => applicationId));
    const added = conflicts
      .filter(({ applicationId }) => !before.has(applicationId))
      .map((conflict) => ({ ...conflict, note: conflict.note.trim() }));
    await insertConflicts(trx, { cohortId, reviewerId, conflicts: added, now });
    await saveConflictsDeclared(trx, { cohortId, stageKey, reviewerId, now });
    const cancelled = await cancelReviews(trx, {
      cohortId,
      stageKey,
      reviewerId,
      applicationIds: [...before, ...added.map(({ applicationId }) => applicationId)],
      includingSubmitted: true,
      reason: "conflict",
      now,
    });
    await recordEvent(trx, {
      event: "conflicts-declared",
      actor,
      cohortId,
      subjectKind: "reviewer",
      subjectId: reviewerId,
      payload: {
        stage: stageKey,
        none,
        listed: names.length,
        conflicts: added.map(({ applicationId, reasonKey }) => ({ applicationId, reasonKey })),
        cancelled,
      },
      now,
    });
    return done({ added: added.length, cancelled });
  });
}

/** The tracks whose applicants a reviewer may meet; none named = all of them. */
export function tracksOf(seats: readonly { readonly trackKey: string }[]): readonly string[] {
  const tracks = seats.map(({ trackKey }) => trackKey);
  return tracks.includes("") ? [] : tracks;
}

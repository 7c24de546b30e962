import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort, savePhase } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { expireDrafts } from "#db/queries/draft-expiry.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

/** So long a request that arrived in time may still be on its way: its draft must not expire under it. */
export const DRAFT_GRACE_MS = 120_000;

/**
 * Ends the applications of a cohort: refused before the window's end, done from that instant on. Drafts expire once
 * nothing that arrived in time can still be under way, so this is called again (it is safe to call at any time).
 */
export async function closeCohort(db: Db, actor: Actor, { cohortId, now }: { cohortId: string; now: Date }) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "cohort:close", cohort)) return refuse("not-yours");
    if (!hasReached(cohort.phase, "open")) return refuse("not-open");
    const { end } = windowOf(await getDefinition(trx, cohort.definitionId), "application");
    if (now < end) return refuse("window-not-over");

    const closes = cohort.phase === "open";
    if (closes) {
      await savePhase(trx, { cohortId, phase: "closed", now });
      await recordEvent(trx, {
        event: "cohort-closed",
        actor,
        cohortId,
        subjectKind: "cohort",
        subjectId: cohortId,
        payload: { windowEnd: end.toISOString() },
        now,
      });
    }
    const extendedAfter = new Date(now.getTime() - DRAFT_GRACE_MS);
    const expired = extendedAfter >= end ? await expireDrafts(trx, { cohortId, extendedAfter }) : 0;
    if (expired > 0) {
      await recordEvent(trx, {
        event: "drafts-expired",
        actor,
        cohortId,
        subjectKind: "cohort",
        subjectId: cohortId,
        payload: { drafts: expired },
        now,
      });
    }
    return done({ closed: closes, expired });
  });
}

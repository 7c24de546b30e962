import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { readyToOpen } from "#app/domain/cohort/ready-to-open.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { countStaff } from "#db/queries/cohort-overview.ts";
import { findCohort, savePhase } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

/** From draft to open: the calendar's door decides from then on when applications are taken. */
export async function openCohort(db: Db, actor: Actor, { cohortId, now }: { cohortId: string; now: Date }) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
    if (cohort.phase !== "draft") return refuse("already-open");
    const definition = await getDefinition(trx, cohort.definitionId);
    const staff = await countStaff(trx, cohort.academyId);
    if (readyToOpen(definition, staff, now).some(({ ok, needed }) => needed && !ok)) return refuse("not-ready");

    await savePhase(trx, { cohortId, phase: "open", now });
    await recordEvent(trx, {
      event: "cohort-opened",
      actor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: { definitionId: cohort.definitionId },
      now,
    });
    return done({ cohortId });
  });
}

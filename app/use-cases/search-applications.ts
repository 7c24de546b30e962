import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { searchApplicationsOfCohort } from "#db/queries/application-list.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { inTransaction } from "#db/transaction.ts";

type Search = { readonly cohortId: string; readonly search: string; readonly now: Date };

/** Looking people up by name leaves an entry as well: how many were shown, not the name that was typed. */
export async function searchApplications(db: Db, actor: Actor, { cohortId, search, now }: Search) {
  return inTransaction(db, async (trx) => {
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    const found = await searchApplicationsOfCohort(trx, { cohortId, search });
    await recordEvent(trx, {
      event: "applications-searched",
      actor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: { shown: found.length },
      now,
    });
    return done(found);
  });
}

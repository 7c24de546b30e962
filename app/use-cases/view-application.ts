import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordAccess } from "./record-access.ts";

type View = { readonly cohortId: string; readonly applicationId: string; readonly now: Date };

/** Staff see a person's record only with an entry in the log that they did, one in ten minutes. */
export async function viewApplication(db: Db, actor: Actor, { cohortId, applicationId, now }: View) {
  return inTransaction(db, async (trx) => {
    const application = await findApplication(trx, applicationId);
    if (application?.cohortId !== cohortId || !can(actor, "application:view", application)) {
      return refuse("not-yours");
    }
    await recordAccess(trx, actor, { cohortId, applicationId, event: "application-viewed", now });
    return done(application);
  });
}

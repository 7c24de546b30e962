import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { getApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findExtension, markExtensionRevoked } from "#db/queries/extensions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { tellOfExtension } from "./extension-message.ts";

type RevokeExtension = { readonly cohortId: string; readonly extensionId: string; readonly now: Date };
export type RevokeRefusal = "not-yours" | "extension-over";

/** Takes an extension back while it runs. What was submitted stays; a draft expires as if it had never been given. */
export async function revokeExtension(
  db: Db,
  actor: Actor,
  { cohortId, extensionId, now }: RevokeExtension,
): Promise<Result<null, RevokeRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    const extension = await findExtension(trx, extensionId);
    if (!cohort || extension?.cohortId !== cohortId || !can(actor, "extension:decide", cohort)) {
      return refuse("not-yours");
    }
    if (extension.revokedAt !== null || extension.until <= now) return refuse("extension-over");

    const { applicationId, until } = extension;
    await markExtensionRevoked(trx, { id: extensionId, now });
    await recordEvent(trx, {
      event: "extension_revoked",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { extension: extensionId, until: until.toISOString() },
      now,
    });
    const application = await getApplication(trx, applicationId);
    const definition = await getDefinition(trx, cohort.definitionId);
    await tellOfExtension(trx, { application, definition, extensionId, given: null, now });
    return done(null);
  });
}

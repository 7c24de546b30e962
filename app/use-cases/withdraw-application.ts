import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { getAccount } from "#db/queries/accounts.ts";
import { findApplication, lockApplication, saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { cohortVariables } from "./programme-message.ts";

type WithdrawApplication = { readonly applicationId: string; readonly now: Date };
export type WithdrawRefusal = "not-yours" | "cannot-withdraw";

/** Ends a draft or a submitted application for good; before the close a new one may be begun, with a new number. */
export async function withdrawApplication(
  db: Db,
  actor: Actor,
  { applicationId, now }: WithdrawApplication,
): Promise<Result<null, WithdrawRefusal>> {
  return inTransaction(db, async (trx) => {
    const found = await findApplication(trx, applicationId);
    if (!found || !can(actor, "application:write", found)) return refuse("not-yours");
    await lockCohort(trx, found.cohortId);
    await lockApplication(trx, applicationId);
    const application = (await findApplication(trx, applicationId)) ?? found;
    const { status, cohortId, applicationNumber } = application;
    if (status !== "draft" && status !== "submitted") return refuse("cannot-withdraw");
    const moved = moveApplication(status, "withdraw");
    if (!moved.ok) return refuse("cannot-withdraw");

    await saveApplicationStatus(trx, { id: applicationId, status: moved.value, now });
    await recordEvent(trx, {
      event: "application_withdrawn",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { was: status, applicationNumber },
      now,
    });
    const definition = await getDefinition(trx, application.definitionId);
    const { email, language } = await getAccount(trx, application.applicantId);
    await enqueueMessage(trx, {
      key: `application_withdrawn:${applicationId}`,
      message: {
        kind: "application_withdrawn",
        variables: cohortVariables(definition, language, application),
        at: formatInstantWithSeconds(now, language),
        path: paths.my.withdraw(applicationId),
      },
      recipient: email,
      language,
      academyId: application.academyId,
      cohortId,
      applicationId,
      now,
    });
    return done(null);
  });
}

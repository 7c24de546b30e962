import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { mayBeExtended } from "#app/domain/application/door.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication, lockApplication, saveApplicationStatus } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findExtendedUntil, insertExtension } from "#db/queries/extensions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { tellOfExtension } from "./extension-message.ts";

type GrantExtension = {
  readonly cohortId: string;
  readonly applicationId: string;
  /** The first instant that is too late for this person. */
  readonly until: Date;
  readonly reason: string;
  readonly now: Date;
};

export type GrantRefusal =
  | "not-yours"
  | "not-open"
  | "first-stage-opened"
  | "reason-missing"
  | "reason-too-long"
  | "until-not-later"
  | "cannot-extend"
  | "already-submitted";

const MAX_REASON = 500;

/**
 * Gives one person more time, for a reason: a draft goes on, one that expired is a draft again, and a submitted
 * application may be handed in again. The person is told.
 */
export async function grantExtension(
  db: Db,
  actor: Actor,
  { cohortId, applicationId, until, now, ...input }: GrantExtension,
): Promise<Result<{ readonly id: string }, GrantRefusal>> {
  const reason = input.reason.normalize("NFC").trim();
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    await lockApplication(trx, applicationId);
    const cohort = await findCohort(trx, cohortId);
    const application = await findApplication(trx, applicationId);
    if (!cohort || application?.cohortId !== cohortId || !can(actor, "extension:decide", cohort)) {
      return refuse("not-yours");
    }
    if (cohort.phase === "draft") return refuse("not-open");
    if (!mayBeExtended(cohort.phase)) return refuse("first-stage-opened");
    if (reason === "") return refuse("reason-missing");
    if (reason.length > MAX_REASON) return refuse("reason-too-long");

    const definition = await getDefinition(trx, cohort.definitionId);
    const { end } = windowOf(definition, "application");
    const before = await findExtendedUntil(trx, applicationId);
    if (until <= end || until <= now || (before !== null && until <= before)) return refuse("until-not-later");
    const { status } = application;
    if (status !== "draft" && status !== "expired" && status !== "submitted") return refuse("cannot-extend");
    if (status === "submitted" && !definition.form.allowResubmitUntilClose) return refuse("already-submitted");

    if (status === "expired") {
      const reopened = moveApplication(status, "reopen");
      if (!reopened.ok) return refuse("cannot-extend");
      await saveApplicationStatus(trx, { id: applicationId, status: reopened.value, now });
    }
    const grantedBy = accountIdOf(actor);
    const id = await insertExtension(trx, { cohortId, applicationId, until, reason, grantedBy, now });
    await recordEvent(trx, {
      event: "extension_granted",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { extension: id, until: until.toISOString(), reason, was: status },
      now,
    });
    await tellOfExtension(trx, { application, definition, extensionId: id, given: { until, reason }, now });
    return done({ id });
  });
}

import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { doorAt } from "#app/domain/application/door.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Trx } from "#db/connect.ts";
import { findApplication, lockApplication, type Application } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { listStandingConsents } from "#db/queries/consents.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listFiles, type StoredFile } from "#db/queries/files.ts";

export type OpenApplication = {
  readonly owner: AccountActor;
  readonly application: Application;
  readonly definitionId: string;
  readonly definition: ProgrammeDefinition;
  readonly consents: ReadonlySet<string>;
  readonly files: readonly StoredFile[];
};

export type OpenRefusal = "not-yours" | "not-open-yet" | "window-closed" | "already-submitted" | "not-editable";

/**
 * An application that its owner may still write: locked for this transaction, under the rules of today. Whether it is
 * in time is asked of the moment the request arrived, not of the cohort's phase.
 */
export async function openOwnApplication(
  trx: Trx,
  actor: Actor,
  { applicationId, arrivedAt }: { applicationId: string; arrivedAt: Date },
): Promise<Result<OpenApplication, OpenRefusal>> {
  await lockApplication(trx, applicationId);
  const application = await findApplication(trx, applicationId);
  if (!application || actor.kind !== "account" || !can(actor, "application:write", application)) {
    return refuse("not-yours");
  }

  const cohort = await getCohort(trx, application.cohortId);
  const { definitionId } = cohort;
  const definition = await getDefinition(trx, definitionId);
  const door = doorAt(cohort, definition, arrivedAt);
  if (door !== "open") return refuse(door === "over" ? "window-closed" : "not-open-yet");
  if (application.status === "submitted" && !definition.form.allowResubmitUntilClose) {
    return refuse("already-submitted");
  }
  if (application.status !== "draft" && application.status !== "submitted") return refuse("not-editable");

  const [consents, files] = [await listStandingConsents(trx, applicationId), await listFiles(trx, applicationId)];
  return done({ owner: actor, application, definitionId, definition, consents, files });
}

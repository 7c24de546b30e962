import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { ownDoorAt } from "#app/domain/application/door.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Trx } from "#db/connect.ts";
import { findApplication, lockApplication, saveApplicationStatus, type Application } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { listStandingConsents } from "#db/queries/consents.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findExtendedUntil } from "#db/queries/extensions.ts";
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
  const found = await findApplication(trx, applicationId);
  if (!found || actor.kind !== "account" || !can(actor, "application:write", found)) {
    return refuse("not-yours");
  }

  const cohort = await getCohort(trx, found.cohortId);
  const { definitionId } = cohort;
  const definition = await getDefinition(trx, definitionId);
  const extendedUntil = await findExtendedUntil(trx, applicationId);
  const door = ownDoorAt({ cohort, definition, extendedUntil, arrivedAt });
  if (door !== "open") return refuse(door === "over" ? "window-closed" : "not-open-yet");
  const application = await reopened(trx, found);
  if (application.status === "submitted" && !definition.form.allowResubmitUntilClose) {
    return refuse("already-submitted");
  }
  if (application.status !== "draft" && application.status !== "submitted") return refuse("not-editable");

  const [consents, files] = [await listStandingConsents(trx, applicationId), await listFiles(trx, applicationId)];
  return done({ owner: actor, application, definitionId, definition, consents, files });
}

/** The worker was quicker than a request that arrived in time: what expired meanwhile is a draft again. */
async function reopened(trx: Trx, application: Application): Promise<Application> {
  if (application.status !== "expired") return application;
  const draft = moveApplication(application.status, "reopen");
  if (!draft.ok) return application;
  const { id, savedAt } = application;
  await saveApplicationStatus(trx, { id, status: draft.value, now: new Date(savedAt) });
  return { ...application, status: draft.value };
}

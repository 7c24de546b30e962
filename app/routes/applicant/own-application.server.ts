import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { closesAt, ownDoorAt, type Door } from "#app/domain/application/door.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findApplication, type Application } from "#db/queries/applications.ts";
import { getCohort, type Cohort } from "#db/queries/cohorts.ts";
import { listStandingConsents } from "#db/queries/consents.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findExtendedUntil } from "#db/queries/extensions.ts";
import { listFiles, type StoredFile } from "#db/queries/files.ts";

/** Why an application cannot be written: the key of a sentence; none when it can. */
export type ReadOnly = "notYet" | "over" | "submitted" | "ended";

export type OwnPage = {
  readonly actor: AccountActor;
  readonly application: Application;
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly consents: ReadonlySet<string>;
  readonly files: readonly StoredFile[];
  readonly readOnly: ReadOnly | undefined;
  /** The first instant that is too late for this application: the window's end, or that of a personal extension. */
  readonly closesAt: Date;
};

/** The application of the address if it is the signed-in person's own, else 404, with the rules that hold for it. */
export async function ownApplication({ request, params, context }: LoaderFunctionArgs): Promise<OwnPage> {
  const actor = await requireRole(request, "applicant");
  const application = await findApplication(reads, param(params, "applicationId"));
  if (!application || !can(actor, "application:view", application)) throw notFound();

  const cohort = await getCohort(reads, application.cohortId);
  const today = await getDefinition(reads, cohort.definitionId);
  const extendedUntil = await findExtendedUntil(reads, application.id);
  const door = ownDoorAt({ cohort, definition: today, extendedUntil, arrivedAt: context.arrivedAt });
  const readOnly = readOnlyReason(application, door, today);
  const [definition, consents, files] = await Promise.all([
    readOnly === undefined ? today : getDefinition(reads, application.definitionId),
    listStandingConsents(reads, application.id),
    listFiles(reads, application.id),
  ]);
  return {
    actor,
    application,
    cohort,
    definition,
    consents,
    files,
    readOnly,
    closesAt: closesAt(today, extendedUntil),
  };
}

function readOnlyReason({ status }: Application, door: Door, definition: ProgrammeDefinition): ReadOnly | undefined {
  if (status !== "draft" && status !== "submitted") return "ended";
  if (door !== "open") return door === "over" ? "over" : "notYet";
  return status === "submitted" && !definition.form.allowResubmitUntilClose ? "submitted" : undefined;
}

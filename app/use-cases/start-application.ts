import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { doorAt } from "#app/domain/application/door.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/connect.ts";
import { findLiveApplication, insertApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { insertConsents } from "#db/queries/consents.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { programmeMessage } from "#app/use-cases/programme-message.ts";

/** The consent that comes before the first save on the server. */
export const FIRST_CONSENT = "collect";

type StartApplication = {
  readonly cohortId: string;
  /** Ids of the consents that were ticked. */
  readonly consents: readonly string[];
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type StartRefusal = "not-yours" | "not-open-yet" | "window-closed" | "consent-needed";

/** Begins a draft, with the consent without which nothing may be stored; a second click finds the same draft. */
export async function startApplication(
  db: Db,
  actor: Actor,
  { cohortId, consents, arrivedAt, now }: StartApplication,
): Promise<Result<{ readonly applicationId: string }, StartRefusal>> {
  return inTransaction(db, async (trx) => {
    if (actor.kind !== "account" || !can(actor, "application:start", null)) return refuse("not-yours");
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || cohort.phase === "draft") return refuse("not-yours");
    const live = await findLiveApplication(trx, { cohortId, applicantId: actor.accountId });
    if (live) return done({ applicationId: live.id });

    const { academyId, definitionId } = cohort;
    const definition = await getDefinition(trx, definitionId);
    const door = doorAt(cohort, definition, arrivedAt);
    if (door !== "open") return refuse(door === "over" ? "window-closed" : "not-open-yet");
    const first = definition.consents.filter(({ id, kind }) => id === FIRST_CONSENT && kind !== "notice");
    if (!first.every(({ id }) => consents.includes(id))) return refuse("consent-needed");

    const applicationId = await insertApplication(trx, {
      academyId,
      cohortId,
      definitionId,
      applicantId: actor.accountId,
      name: actor.name,
      email: actor.email,
      now,
    });
    const consentKeys = first.map(({ id }) => id);
    await insertConsents(trx, { cohortId, applicationId, definitionId, consentKeys, now });
    await recordEvent(trx, {
      event: "application_started",
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { consents: consentKeys, definitionId },
      now,
    });
    await enqueueMessage(trx, {
      key: `application_received:${applicationId}`,
      message: programmeMessage({
        definition,
        definitionId,
        event: "application_received",
        language: actor.language,
        path: paths.my.application(applicationId),
        person: {
          name: actor.name,
          applicationNumber: null,
          firstChoice: null,
          secondChoice: null,
          createdAt: now.toISOString(),
          submittedAt: null,
        },
      }),
      recipient: actor.email,
      language: actor.language,
      academyId,
      cohortId,
      applicationId,
      now,
    });
    return done({ applicationId });
  });
}

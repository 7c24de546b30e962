import type { Actor } from "#app/domain/access/actor.ts";
import { pledgeRules } from "#app/domain/application/completeness.ts";
import { keepAnswers, type DroppedAnswer } from "#app/domain/application/kept-answers.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { saveAnswers } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { withdrawConsents } from "#db/queries/consents.ts";
import { inTransaction } from "#db/transaction.ts";
import { addConsents } from "#app/use-cases/add-consents.ts";
import { openOwnApplication, type OpenApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import { readyToSubmit, storeSubmission, type Incomplete } from "#app/use-cases/store-submission.ts";
import { FIRST_CONSENT } from "#app/use-cases/start-application.ts";

type GiveConsents = {
  readonly applicationId: string;
  /** Ids that the page offered; one of them that is not ticked is withdrawn. */
  readonly offered: readonly string[];
  readonly ticked: readonly string[];
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type ConsentRefusal = OpenRefusal | Incomplete;
export type GivenConsents = {
  /** Answers that may not be kept without a consent that was just withdrawn. */
  readonly dropped: readonly DroppedAnswer[];
  readonly resubmitted: boolean;
};

/**
 * Gives and withdraws consents and pledges, each with its time and the version of its text. The first consent stays as
 * long as the application: who withdraws it withdraws the application. What a withdrawn consent covered is deleted.
 */
export async function giveConsents(
  db: Db,
  actor: Actor,
  input: GiveConsents,
): Promise<Result<GivenConsents, ConsentRefusal>> {
  return inTransaction(db, async (trx) => {
    const own = await openOwnApplication(trx, actor, input);
    if (!own.ok) return own;
    const { definition, consents } = own.value;
    const offered = input.offered.filter((id) => consentIds(definition).has(id));
    const added = offered.filter((id) => input.ticked.includes(id) && !consents.has(id));
    const withdrawn = offered.filter((id) => !input.ticked.includes(id) && consents.has(id) && id !== FIRST_CONSENT);
    if (added.length === 0 && withdrawn.length === 0) return done({ dropped: [], resubmitted: false });
    return store(trx, own.value, { ...input, added, withdrawn });
  });
}

/** Ids of everything that can be ticked: consents and pledges of the definition, pledge rules of eligibility. */
export function consentIds(definition: Pick<ProgrammeDefinition, "consents" | "eligibility">): ReadonlySet<string> {
  const asked = definition.consents.filter(({ kind }) => kind !== "notice");
  return new Set([...asked, ...pledgeRules(definition)].map(({ id }) => id));
}

type Change = GiveConsents & { readonly added: readonly string[]; readonly withdrawn: readonly string[] };

async function store(
  trx: Trx,
  own: OpenApplication,
  { added, withdrawn, arrivedAt, now }: Change,
): Promise<Result<GivenConsents, ConsentRefusal>> {
  const { application, definition } = own;
  const standing = [...own.consents, ...added].filter((id) => !withdrawn.includes(id));
  const consents: ReadonlySet<string> = new Set(standing);
  // No section is being saved: an answer that waits for its question in a draft stays.
  const { kept, dropped } = keepAnswers({ definition, answers: application.answers, consents, savedSection: "" });

  const submitted = application.status === "submitted";
  const ready = readyToSubmit(own, { answers: kept, consents, files: own.files }, now);
  if (submitted && !ready.ok) return ready;

  await addConsents(trx, own, { consentKeys: added, now });
  await takeBack(trx, own, { withdrawn, now });
  if (submitted && ready.ok) {
    await storeSubmission(trx, own, { ...ready.value, arrivedAt, now });
  } else if (dropped.length > 0) {
    await saveAnswers(trx, { id: application.id, answers: kept, revision: application.revision, now });
  }
  return done({ dropped, resubmitted: submitted });
}

async function takeBack(
  trx: Trx,
  { owner, application, definitionId }: OpenApplication,
  { withdrawn, now }: { readonly withdrawn: readonly string[]; readonly now: Date },
): Promise<void> {
  if (withdrawn.length === 0) return;
  const { id: applicationId, cohortId } = application;
  await withdrawConsents(trx, { applicationId, consentKeys: withdrawn, now });
  await recordEvent(trx, {
    event: "consents_withdrawn",
    actor: owner,
    cohortId,
    subjectKind: "application",
    subjectId: applicationId,
    payload: { consents: withdrawn, definitionId },
    now,
  });
}

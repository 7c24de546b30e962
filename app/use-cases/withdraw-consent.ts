import type { AccountActor, Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { keepAnswers, SENSITIVE_CONSENT, type DroppedAnswer } from "#app/domain/application/kept-answers.ts";
import { isConsent } from "#app/domain/programme/consents.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { findApplication, lockApplication, saveAnswers, type Application } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listBonusClaims, replaceBonusClaims } from "#db/queries/bonus-claims.ts";
import { insertConsents, listStandingConsents, withdrawConsents } from "#db/queries/consents.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type ChangeConsent = { readonly applicationId: string; readonly consentId: string; readonly now: Date };
export type ConsentChangeRefusal = "not-yours" | "no-such-consent" | "consent-required";
export type WithdrawnConsent = {
  readonly dropped: readonly DroppedAnswer[];
  readonly droppedClaims: number;
};

/**
 * Takes an optional consent back, at any time, also long after the close: what it covered is deleted, answers and claims
 * alike. What was decided on it before stands. Source: 개인정보 보호법 제37조(동의 철회).
 */
export async function withdrawConsent(
  db: Db,
  actor: Actor,
  { applicationId, consentId, now }: ChangeConsent,
): Promise<Result<WithdrawnConsent, ConsentChangeRefusal>> {
  return inTransaction(db, async (trx) => {
    const opened = await openConsent(trx, actor, { applicationId, consentId });
    if (!opened.ok) return opened;
    const { owner, application, definition, standing } = opened.value;
    if (!standing.has(consentId)) return done({ dropped: [], droppedClaims: 0 });

    const consents: ReadonlySet<string> = new Set([...standing].filter((id) => id !== consentId));
    const { answers, revision, cohortId } = application;
    // An answer that waits for its question in a draft stays: only what this consent covered goes.
    const { kept, dropped } = keepAnswers({ definition, answers, consents, savedSection: "" });
    await withdrawConsents(trx, { applicationId, consentKeys: [consentId], now });
    if (dropped.length > 0) await saveAnswers(trx, { id: applicationId, answers: kept, revision, now });
    const droppedClaims = consentId === SENSITIVE_CONSENT ? await dropClaims(trx, { application, definition, now }) : 0;
    await recordEvent(trx, {
      event: "consents_withdrawn",
      actor: owner,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      // How many, not which: the list itself would be what may no longer be kept.
      payload: { consents: [consentId], answers: dropped.length, claims: droppedClaims },
      now,
    });
    return done({ dropped, droppedClaims });
  });
}

/** Gives an optional consent, for the first time or again, under the rules that hold for the application. */
export async function giveConsentAgain(
  db: Db,
  actor: Actor,
  { applicationId, consentId, now }: ChangeConsent,
): Promise<Result<null, ConsentChangeRefusal>> {
  return inTransaction(db, async (trx) => {
    const opened = await openConsent(trx, actor, { applicationId, consentId });
    if (!opened.ok) return opened;
    const { owner, application, standing } = opened.value;
    if (standing.has(consentId)) return done(null);
    const { cohortId, definitionId } = application;
    await insertConsents(trx, { cohortId, applicationId, definitionId, consentKeys: [consentId], now });
    await recordEvent(trx, {
      event: "consents_given",
      actor: owner,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { consents: [consentId], definitionId },
      now,
    });
    return done(null);
  });
}

type Opened = {
  readonly owner: AccountActor;
  readonly application: Application;
  readonly definition: ProgrammeDefinition;
  readonly standing: ReadonlySet<string>;
};

async function openConsent(
  trx: Trx,
  actor: Actor,
  { applicationId, consentId }: { readonly applicationId: string; readonly consentId: string },
): Promise<Result<Opened, ConsentChangeRefusal>> {
  const found = await findApplication(trx, applicationId);
  if (!found || actor.kind !== "account" || !can(actor, "consent:change", found)) return refuse("not-yours");
  // Claims count in a selection: none may be computed meanwhile.
  await lockCohort(trx, found.cohortId);
  await lockApplication(trx, applicationId);
  const application = (await findApplication(trx, applicationId)) ?? found;
  const definition = await getDefinition(trx, application.definitionId);
  const consent = definition.consents.find(({ id }) => id === consentId);
  if (!consent || !isConsent(consent)) return refuse("no-such-consent");
  if (consent.required) return refuse("consent-required");
  return done({ owner: actor, application, definition, standing: await listStandingConsents(trx, applicationId) });
}

async function dropClaims(
  trx: Trx,
  { application, definition, now }: Pick<Opened, "application" | "definition"> & { readonly now: Date },
): Promise<number> {
  const sensitive = new Set(definition.bonus.items.filter((item) => item.sensitive).map(({ id }) => id));
  const claims = (await listBonusClaims(trx, application.id)).map(({ itemKey }) => itemKey);
  const left = claims.filter((key) => !sensitive.has(key));
  if (left.length === claims.length) return 0;
  const { id: applicationId, cohortId } = application;
  await replaceBonusClaims(trx, { cohortId, applicationId, itemKeys: left, now });
  return claims.length - left.length;
}

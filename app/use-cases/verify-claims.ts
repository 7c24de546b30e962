import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { bonusField } from "#app/domain/programme/choices.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listClaimsWithProof, saveClaimsVerified } from "#db/queries/screening.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

/** A request never writes more rows at once; the page then says how many are left. */
export const CLAIMS_AT_ONCE = 500;

/** Documents that prove a bonus claim: those that are asked for because something was claimed. */
export function proofDocuments(definition: ProgrammeDefinition): readonly string[] {
  const field = bonusField(definition)?.id;
  return definition.documents.filter(({ requiredIf }) => requiredIf?.notEmpty === field && field).map(({ id }) => id);
}

/** Verifies the undecided claims of everybody who uploaded proof; who and which stands in the audit log. */
export async function verifyClaims(db: Db, actor: Actor, { cohortId, now }: { cohortId: string; now: Date }) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "application:screen", cohort)) return refuse("not-yours");
    if (hasReached(cohort.phase, "confirmed")) return refuse("selection-final");
    const documentKeys = proofDocuments(await getDefinition(trx, cohort.definitionId));
    const claims = await listClaimsWithProof(trx, { cohortId, documentKeys, limit: CLAIMS_AT_ONCE });
    if (claims.length === 0) return refuse("no-claims-with-proof");

    await saveClaimsVerified(trx, { ids: claims.map(({ id }) => id), decidedBy: accountIdOf(actor), now });
    await recordEvent(trx, {
      event: "claims-verified",
      actor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: { claims: claims.map(({ applicationId, itemKey }) => ({ applicationId, item: itemKey })) },
      now,
    });
    return done({ verified: claims.length });
  });
}

import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { done, refuse } from "#app/domain/result.ts";
import { isSameName, pledgeText } from "#app/domain/review/pledge.ts";
import type { Language } from "#app/domain/programme/text.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { isOnAnyPanel } from "#db/queries/panels.ts";
import { findPledge, insertPledge } from "#db/queries/pledges.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type SignPledge = {
  readonly cohortId: string;
  readonly typedName: string;
  /** In which the text was read. */
  readonly language: Language;
  readonly address: string;
  readonly now: Date;
};

/** A reviewer signs the pledge of a cohort by typing their name; kept with the text's digest, the time and the address. */
export async function signPledge(
  db: Db,
  actor: AccountActor,
  { cohortId, typedName, language, address, now }: SignPledge,
) {
  const reviewerId = actor.accountId;
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    const isCalled = await isOnAnyPanel(trx, { cohortId, reviewerId });
    if (!cohort || !isCalled || !can(actor, "pledge:sign", { reviewerId })) return refuse("not-yours");
    if (await findPledge(trx, { cohortId, reviewerId })) return done({ isNew: false });
    if (!isSameName(typedName, actor.name)) return refuse("name-differs");

    const textSha256 = sha256Hex(pledgeText(await getDefinition(trx, cohort.definitionId), language));
    await insertPledge(trx, { cohortId, reviewerId, typedName: typedName.trim(), textSha256, address, now });
    await recordEvent(trx, {
      event: "pledge-signed",
      actor,
      cohortId,
      subjectKind: "pledge",
      subjectId: reviewerId,
      payload: { textSha256, language, definitionId: cohort.definitionId },
      now,
    });
    return done({ isNew: true });
  });
}

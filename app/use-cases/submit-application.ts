import type { Actor } from "#app/domain/access/actor.ts";
import { done, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { findApplication } from "#db/queries/applications.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { openOwnApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import {
  findSameSubmission,
  readyToSubmit,
  storeSubmission,
  type Incomplete,
  type Submitted,
} from "#app/use-cases/store-submission.ts";

type SubmitApplication = { readonly applicationId: string; readonly arrivedAt: Date; readonly now: Date };
export type SubmitRefusal = OpenRefusal | Incomplete;

/**
 * The final submission, or another one before the close. In time is what arrived before the window's end, however long
 * it took. The number is given once and kept. What was handed in already, unchanged, is not handed in again.
 */
export async function submitApplication(
  db: Db,
  actor: Actor,
  { applicationId, arrivedAt, now }: SubmitApplication,
): Promise<Result<Submitted, SubmitRefusal>> {
  return inTransaction(db, async (trx) => {
    const found = await findApplication(trx, applicationId);
    if (found) await lockCohort(trx, found.cohortId);
    const own = await openOwnApplication(trx, actor, { applicationId, arrivedAt });
    if (!own.ok) return own;

    const { application, consents, files } = own.value;
    const ready = readyToSubmit(own.value, { answers: application.answers, consents, files }, now);
    if (!ready.ok) return ready;
    const same = await findSameSubmission(trx, own.value, ready.value);
    if (same) return done(same);
    return done(await storeSubmission(trx, own.value, { ...ready.value, arrivedAt, now }));
  });
}

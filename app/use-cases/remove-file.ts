import type { Actor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { removeFiles } from "#db/queries/files.ts";
import { inTransaction } from "#db/transaction.ts";
import { openOwnApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import { readyToSubmit, storeSubmission, type Incomplete } from "#app/use-cases/store-submission.ts";

type RemoveFile = {
  readonly applicationId: string;
  readonly fileId: string;
  readonly arrivedAt: Date;
  readonly now: Date;
};
export type RemoveRefusal = OpenRefusal | "no-such-file" | Incomplete;

/** Takes a file back. Of a submitted application only one that it is whole without. */
export async function removeFile(
  db: Db,
  actor: Actor,
  { applicationId, fileId, arrivedAt, now }: RemoveFile,
): Promise<Result<{ readonly resubmitted: boolean }, RemoveRefusal>> {
  return inTransaction(db, async (trx) => {
    const own = await openOwnApplication(trx, actor, { applicationId, arrivedAt });
    if (!own.ok) return own;
    const { application, owner, consents } = own.value;
    const file = own.value.files.find(({ id }) => id === fileId);
    if (!file) return refuse("no-such-file");

    const files = own.value.files.filter(({ id }) => id !== fileId);
    const ready = readyToSubmit(own.value, { answers: application.answers, consents, files }, now);
    const resubmitted = application.status === "submitted";
    if (resubmitted && !ready.ok) return ready;

    await removeFiles(trx, { applicationId, ids: [fileId], now });
    await recordEvent(trx, {
      event: "file_removed",
      actor: owner,
      cohortId: application.cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      payload: { document: file.documentKey, name: file.name, sha256: file.sha256 },
      now,
    });
    if (resubmitted && ready.ok) await storeSubmission(trx, own.value, { ...ready.value, arrivedAt, now });
    return done({ resubmitted });
  });
}

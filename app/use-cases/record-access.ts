import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.ts";
import { wasOpenedSince, type AccessEvent } from "#db/queries/access-log.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type Access = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly event: AccessEvent;
  readonly file?: { readonly id: string; readonly documentKey: string };
  readonly now: Date;
};

const WINDOW = 10 * 60_000;

/**
 * Writes down that staff or a reviewer opened something of a person, for the log that this person may read: once per
 * person, thing and ten minutes, not at each reload. Whether they may was decided before; one's own visits are nobody's
 * business. Source: 개인정보의 안전성 확보조치 기준 제2조·제8조(접속기록: whose data was handled).
 */
export async function recordAccess(
  db: Db,
  actor: Actor,
  { cohortId, applicationId, event, file, now }: Access,
): Promise<void> {
  const actorId = accountIdOf(actor);
  if (actor.kind !== "account" || actorId === null || actor.role === "applicant") return;
  const since = new Date(now.getTime() - WINDOW);
  if (await wasOpenedSince(db, { applicationId, actorId, event, fileId: file?.id, since })) return;
  await inTransaction(db, async (trx) =>
    recordEvent(trx, {
      event,
      actor,
      cohortId,
      subjectKind: "application",
      subjectId: applicationId,
      ...(file ? { payload: { document: file.documentKey, file: file.id } } : {}),
      now,
    }),
  );
}

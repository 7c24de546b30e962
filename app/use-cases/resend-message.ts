import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { carriesSecretLink } from "#app/domain/message/message.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { countCopies, findMessage, insertCopy } from "#db/queries/message-list.ts";
import { findSeatPerson } from "#db/queries/seat-ledger.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type ResendMessage = {
  readonly cohortId: string;
  readonly messageId: string;
  readonly reason: string;
  readonly now: Date;
};
export type ResendRefusal = "not-yours" | "reason-missing" | "still-under-way" | "secret-link";

/** The same message once more, to the address that the person has now. The first one keeps its own record. */
export async function resendMessage(
  db: Db,
  actor: Actor,
  { cohortId, messageId, reason, now }: ResendMessage,
): Promise<Result<{ readonly messageId: string }, ResendRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "outbox:view", cohort)) return refuse("not-yours");
    const message = await findMessage(trx, { cohortId, id: messageId });
    if (!message) return refuse("not-yours");
    if (message.status === "queued" || message.status === "stopped") return refuse("still-under-way");
    if (carriesSecretLink(message.message)) return refuse("secret-link");
    if (reason.trim() === "") return refuse("reason-missing");

    const key = message.messageKey.replace(/:again:\d+$/, "");
    const copy = (await countCopies(trx, { cohortId, key })) + 1;
    const person = message.applicationId ? await findSeatPerson(trx, message.applicationId) : undefined;
    const id = await insertCopy(trx, {
      of: message,
      key: `${key}:again:${copy}`,
      recipient: person?.recipient ?? message.recipient,
      now,
    });
    await recordEvent(trx, {
      event: "message-resent",
      actor,
      cohortId,
      subjectKind: "message",
      subjectId: id,
      payload: { kind: message.kind, of: messageId, copy, reason: reason.trim() },
      now,
    });
    return done({ messageId: id });
  });
}

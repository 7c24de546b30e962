import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { listStoppedCohorts, resumeStopped, saveMessagesStopped, stopQueued } from "#db/queries/message-list.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";

type Switch = { readonly cohortId: string; readonly reason: string; readonly now: Date };
export type StopRefusal = "not-yours" | "reason-missing";

/** Nothing more of this cohort leaves until somebody lets it go on, what later acts enqueue included. */
export async function stopMessages(db: Db, actor: Actor, { cohortId, reason, now }: Switch) {
  return turn(db, actor, { cohortId, reason, now, stopped: true });
}

/** Everything that was stopped leaves after all. */
export async function resumeMessages(db: Db, actor: Actor, { cohortId, reason, now }: Switch) {
  return turn(db, actor, { cohortId, reason, now, stopped: false });
}

/** For the worker, before it claims: what was enqueued after a stop is stopped too. */
export async function holdStoppedMessages(db: Db, now: Date): Promise<number> {
  let held = 0;
  for (const cohortId of await listStoppedCohorts(db)) held += await stopQueued(db, { cohortId, now });
  return held;
}

async function turn(
  db: Db,
  actor: Actor,
  { cohortId, reason, now, stopped }: Switch & { readonly stopped: boolean },
): Promise<Result<{ readonly messages: number }, StopRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "outbox:view", cohort)) return refuse("not-yours");
    if (reason.trim() === "") return refuse("reason-missing");
    await saveMessagesStopped(trx, cohortId, stopped);
    const messages = stopped ? await stopQueued(trx, { cohortId, now }) : await resumeStopped(trx, cohortId);
    await recordEvent(trx, {
      event: stopped ? "messages-stopped" : "messages-resumed",
      actor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: { messages, reason: reason.trim() },
      now,
    });
    return done({ messages });
  });
}

import type { Db } from "#db/connect.ts";
import { decideOpenWork } from "#db/queries/demo-decisions.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { systemActor } from "#app/domain/access/actor.ts";
import { inTransaction } from "#db/transaction.ts";

/** Somebody of the demo's staff has looked at every flag and every proof; in a demo all of them are in order. */
export async function decideEverything(
  db: Db,
  { cohortId, by, now }: { cohortId: string; by: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const counts = await decideOpenWork(trx, { cohortId, by, reason: "예시 자료: 증빙 확인", now });
    if (counts.flags + counts.claims === 0) return;
    await recordEvent(trx, {
      event: "demo-decided",
      actor: systemActor,
      cohortId,
      subjectKind: "cohort",
      subjectId: cohortId,
      payload: counts,
      now,
    });
  });
}

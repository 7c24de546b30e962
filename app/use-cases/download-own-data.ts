import type { AccountActor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";
import { collectOwnData, type OwnData } from "./own-data.ts";

/** The same as `collectOwnData`, with an entry that it was taken along: a copy outside is beyond our care. */
export async function downloadOwnData(db: Db, actor: AccountActor, { now }: { readonly now: Date }): Promise<OwnData> {
  const data = await collectOwnData(db, actor, now);
  await inTransaction(db, async (trx) =>
    recordEvent(trx, {
      event: "own_data_downloaded",
      actor,
      subjectKind: "account",
      subjectId: actor.accountId,
      payload: { applications: data.applications.length },
      now,
    }),
  );
  return data;
}

import type { Db, Trx } from "./connect.ts";

/** Everything inside happens, or nothing does. Inside, only `trx` may be used: the outer handle would wait for ever. */
export async function inTransaction<Value>(db: Db, work: (trx: Trx) => Promise<Value>): Promise<Value> {
  return db.isTransaction ? work(db as Trx) : db.transaction().execute(work);
}

/** First line of every transaction that counts seats, numbers or decisions of a cohort: nobody else may meanwhile. */
export async function lockCohort(trx: Trx, cohortId: string): Promise<void> {
  await trx
    .updateTable("cohort")
    .set((eb) => ({ lockVersion: eb("lockVersion", "+", 1) }))
    .where("id", "=", cohortId)
    .execute();
}

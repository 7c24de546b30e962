import { sql } from "kysely";
import type { Db } from "#db/connect.ts";
import { inTransaction } from "#db/transaction.ts";

const tables = ["application_submission", "audit_entry", "outbox", "eligibility_flag", "bonus_claim"] as const;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a cohort's submissions again, into tables without indexes: one transaction a person. Answers people a second. */
export async function bareInserts(db: Db, cohortId: string): Promise<number> {
  const ofPerson = new Map<string, { readonly table: string; readonly row: Row }[]>();
  for (const table of tables) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where cohort_id = ${cohortId}`.execute(db);
    for (const row of rows) {
      const person = String(row.applicationId ?? row.subjectId);
      ofPerson.set(person, [...(ofPerson.get(person) ?? []), { table: `bare_${table}`, row }]);
    }
    await sql`create table ${sql.table(`bare_${table}`)} as select * from ${sql.table(table)} where 1 = 0`.execute(db);
  }

  const started = performance.now();
  for (const rows of ofPerson.values()) {
    await inTransaction(db, async (trx) => {
      for (const { table, row } of rows)
        await trx
          .insertInto(table as never)
          .values(row as never)
          .execute();
    });
  }
  return (ofPerson.size * 1000) / (performance.now() - started);
}

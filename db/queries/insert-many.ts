import type { Insertable } from "kysely";
import type { Db } from "../connect.ts";
import type { Database } from "../schema.ts";

const ROWS_AT_ONCE = 200;

/** Many rows of one table, some hundred a statement: engines bound how many values one may carry. */
export async function insertMany<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_AT_ONCE) as never)
      .execute();
  }
}

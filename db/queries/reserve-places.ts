import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

export type NewReservePlace = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly trackKey: string;
  readonly number: number;
  readonly meritRank: number;
  readonly now: Date;
};

const ROWS_AT_ONCE = 200;

/** The reserve list is frozen at the run: numbers are written once and never move. */
export async function insertReservePlaces(db: Db, places: readonly NewReservePlace[]): Promise<void> {
  const rows = places.map(({ now, ...place }) => ({
    id: newId(now),
    ...place,
    status: "waiting" as const,
    createdAt: now.toISOString(),
    endedAt: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("reservePlace")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

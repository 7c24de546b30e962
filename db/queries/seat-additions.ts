import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

export type SeatAddition = {
  readonly id: string;
  readonly trackKey: string;
  readonly seats: number;
  readonly minuteNumber: string;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string;
};

/** Every decision of the committee to seat more people than a track has, in the order they were taken. */
export async function listSeatAdditions(db: Db, cohortId: string): Promise<readonly SeatAddition[]> {
  return db
    .selectFrom("seatAddition")
    .select(["id", "trackKey", "seats", "minuteNumber", "reason", "decidedBy", "decidedAt"])
    .where("cohortId", "=", cohortId)
    .orderBy("decidedAt")
    .limit(1000)
    .execute();
}

/** Seats added, by track. */
export async function sumSeatAdditions(db: Db, cohortId: string): Promise<Readonly<Record<string, number>>> {
  const sums: Record<string, number> = {};
  for (const { trackKey, seats } of await listSeatAdditions(db, cohortId))
    sums[trackKey] = (sums[trackKey] ?? 0) + seats;
  return sums;
}

export async function insertSeatAddition(
  db: Db,
  addition: Omit<SeatAddition, "id" | "decidedAt"> & { readonly cohortId: string; readonly now: Date },
): Promise<string> {
  const { now, ...values } = addition;
  const id = newId(now);
  await db
    .insertInto("seatAddition")
    .values({ id, ...values, decidedAt: now.toISOString() })
    .execute();
  return id;
}

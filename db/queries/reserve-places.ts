import type { Selectable } from "kysely";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

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

type PlaceStatus = Selectable<Database["reservePlace"]>["status"];

/** A place with what the refill rule asks about the person. */
export type ReservePlaceRow = {
  readonly id: string;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly applicationStatus: ApplicationStatus;
  readonly name: string;
  readonly trackKey: string;
  readonly number: number;
  readonly meritRank: number;
  readonly status: PlaceStatus;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly acceptOther: "yes" | "no" | null;
};

/** The whole list of a cohort, track by track in the order of its numbers. */
export async function listReservePlaces(db: Db, cohortId: string): Promise<readonly ReservePlaceRow[]> {
  const rows = await db
    .selectFrom("reservePlace")
    .innerJoin("application", "application.id", "reservePlace.applicationId")
    .select([
      "reservePlace.id",
      "reservePlace.applicationId",
      "application.applicationNumber",
      "application.status as applicationStatus",
      "application.name",
      "reservePlace.trackKey",
      "reservePlace.number",
      "reservePlace.meritRank",
      "reservePlace.status",
      "application.firstChoice",
      "application.secondChoice",
      "application.acceptOther",
    ])
    .where("reservePlace.cohortId", "=", cohortId)
    .orderBy("reservePlace.trackKey")
    .orderBy("reservePlace.number")
    .execute();
  return rows.map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "" }));
}

export async function findReservePlace(db: Db, applicationId: string) {
  return db
    .selectFrom("reservePlace")
    .select(["id", "cohortId", "trackKey", "number", "status", "endedAt"])
    .where("applicationId", "=", applicationId)
    .executeTakeFirst();
}

export async function savePlaceStatus(
  db: Db,
  { id, status, endedAt }: { id: string; status: PlaceStatus; endedAt: Date | null },
): Promise<void> {
  await db
    .updateTable("reservePlace")
    .set({ status, endedAt: endedAt?.toISOString() ?? null })
    .where("id", "=", id)
    .execute();
}

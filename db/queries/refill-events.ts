import type { SeatEvent } from "#app/domain/proof/record/refill-batches.ts";
import type { Db } from "../connect.ts";

/** Everything that happened to the seats of a cohort after its result was published, oldest first. */
export async function listRefillEvents(
  db: Db,
  { cohortId, since }: { readonly cohortId: string; readonly since: string },
): Promise<readonly SeatEvent[]> {
  const ended = await db
    .selectFrom("offer")
    .innerJoin("application", "application.id", "offer.applicationId")
    .select(["application.applicationNumber", "offer.answeredAt", "offer.heldAt"])
    .where("offer.cohortId", "=", cohortId)
    .where("offer.status", "in", ["declined", "lapsed", "cancelled"])
    .execute();
  const left = await db
    .selectFrom("reservePlace")
    .innerJoin("application", "application.id", "reservePlace.applicationId")
    .select(["application.applicationNumber", "reservePlace.endedAt"])
    .where("reservePlace.cohortId", "=", cohortId)
    .where("reservePlace.status", "=", "left")
    .execute();
  const held = await db
    .selectFrom("offer")
    .innerJoin("application", "application.id", "offer.applicationId")
    .innerJoin("reservePlace", "reservePlace.applicationId", "offer.applicationId")
    .select([
      "application.applicationNumber",
      "offer.heldAt",
      "offer.trackKey",
      "reservePlace.trackKey as fromTrack",
      "reservePlace.number",
    ])
    .where("offer.cohortId", "=", cohortId)
    .where("offer.origin", "=", "reserve")
    .execute();
  const added = await db
    .selectFrom("seatAddition")
    .select(["trackKey", "seats", "decidedAt"])
    .where("cohortId", "=", cohortId)
    .where("decidedAt", ">", since)
    .execute();
  const events: SeatEvent[] = [
    ...ended.map((row) => leaving(row.applicationNumber, row.answeredAt ?? row.heldAt)),
    ...left.map((row) => leaving(row.applicationNumber, row.endedAt ?? since)),
    ...added.map(({ decidedAt, trackKey, seats }) => ({
      kind: "seats_added" as const,
      at: decidedAt,
      track: trackKey,
      seats,
    })),
    ...held.map(({ applicationNumber, heldAt, trackKey, fromTrack, number }) => {
      const applicationNo = applicationNumber ?? "";
      return { kind: "held" as const, at: heldAt, applicationNo, track: trackKey, fromTrack, number };
    }),
  ];
  // A seat is held in the transaction that freed it: at the same instant, leaving comes first.
  const turn = { left: 0, seats_added: 0, held: 1 } as const;
  return events.toSorted((one, other) =>
    one.at === other.at ? turn[one.kind] - turn[other.kind] : one.at < other.at ? -1 : 1,
  );
}

function leaving(applicationNumber: string | null, at: string): SeatEvent {
  return { kind: "left", at, applicationNo: applicationNumber ?? "" };
}

import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Offer = Omit<Selectable<Database["offer"]>, "heldAt" | "openedAt" | "respondBy" | "answeredAt"> & {
  readonly heldAt: Date;
  readonly openedAt: Date | null;
  readonly respondBy: Date | null;
  readonly answeredAt: Date | null;
};

export type NewOffer = Omit<Offer, "id" | "answeredAt" | "reason">;

const ROWS_AT_ONCE = 200;

export async function insertOffers(db: Db, offers: readonly NewOffer[]): Promise<readonly string[]> {
  const rows = offers.map((offer) => ({
    id: newId(offer.heldAt),
    ...offer,
    reason: null,
    heldAt: offer.heldAt.toISOString(),
    openedAt: offer.openedAt?.toISOString() ?? null,
    respondBy: offer.respondBy?.toISOString() ?? null,
    answeredAt: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto("offer")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
  return rows.map(({ id }) => id);
}

export async function findOffer(db: Db, id: string): Promise<Offer | undefined> {
  const row = await db.selectFrom("offer").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toOffer(row);
}

/** Writes what a move may change: never who holds the offer, nor for which track. */
export async function saveOffer(db: Db, offer: Offer): Promise<void> {
  await db
    .updateTable("offer")
    .set({
      status: offer.status,
      reason: offer.reason,
      approvedBy: offer.approvedBy,
      openedAt: offer.openedAt?.toISOString() ?? null,
      respondBy: offer.respondBy?.toISOString() ?? null,
      answeredAt: offer.answeredAt?.toISOString() ?? null,
    })
    .where("id", "=", offer.id)
    .execute();
}

export async function listOffersOfStatus(
  db: Db,
  { cohortId, status }: { cohortId: string; status: Offer["status"] },
): Promise<readonly Offer[]> {
  const rows = await db
    .selectFrom("offer")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("status", "=", status)
    .orderBy("heldAt")
    .orderBy("id")
    .execute();
  return rows.map(toOffer);
}

/** The offer that counts for a person: the newest, because an earlier one has ended. */
export async function findNewestOffer(db: Db, applicationId: string): Promise<Offer | undefined> {
  const row = await db
    .selectFrom("offer")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("heldAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toOffer(row);
}

/** Offers that ended and whose seat no other offer has taken over yet, the first freed first. */
export async function listUnreplacedOffers(
  db: Db,
  cohortId: string,
): Promise<readonly { readonly id: string; readonly trackKey: string }[]> {
  return db
    .selectFrom("offer")
    .select(["id", "trackKey"])
    .where("cohortId", "=", cohortId)
    .where("status", "in", ["declined", "lapsed", "cancelled"])
    .where("id", "not in", (eb) =>
      eb
        .selectFrom("offer as later")
        .select((inner) => inner.fn.coalesce("later.replacesOfferId", inner.val("")).as("replaced"))
        .where("later.cohortId", "=", cohortId),
    )
    .orderBy("answeredAt")
    .orderBy("id")
    .execute();
}

/** When the first message about this refilled seat was accepted by a channel; null while none was. */
export async function findFirstSent(db: Db, { id, cohortId }: Pick<Offer, "id" | "cohortId">): Promise<Date | null> {
  const row = await db
    .selectFrom("outbox")
    .select((eb) => eb.fn.min("sentAt").as("sentAt"))
    .where("cohortId", "=", cohortId)
    .where("kind", "=", "reserve_promoted")
    .where("offerId", "=", id)
    .where("status", "=", "sent")
    .executeTakeFirst();
  return row?.sentAt ? new Date(row.sentAt) : null;
}

export function toOffer(row: Selectable<Database["offer"]>): Offer {
  const instant = (value: string | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    heldAt: new Date(row.heldAt),
    openedAt: instant(row.openedAt),
    respondBy: instant(row.respondBy),
    answeredAt: instant(row.answeredAt),
  };
}

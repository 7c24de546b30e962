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

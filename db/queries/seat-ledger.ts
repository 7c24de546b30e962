import type { Selectable } from "kysely";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import { liveOfferStatuses, type OfferStatus } from "#app/domain/offer/offer.ts";
import type { Db } from "../connect.ts";
import type { Database } from "../schema.ts";
import { toOffer, type Offer } from "./offers.ts";

/** Whom a message about a seat concerns, and where it goes. */
export type SeatPerson = {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly academyId: string;
  readonly cohortId: string;
  readonly status: ApplicationStatus;
  readonly name: string;
  readonly applicationNumber: string | null;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly recipient: string;
  readonly language: "ko" | "en";
};

export async function findSeatPerson(db: Db, applicationId: string): Promise<SeatPerson | undefined> {
  return db
    .selectFrom("application")
    .innerJoin("account", "account.id", "application.applicantId")
    .select([
      "application.id as applicationId",
      "application.applicantId",
      "application.academyId",
      "application.cohortId",
      "application.status",
      "application.name",
      "application.applicationNumber",
      "application.firstChoice",
      "application.secondChoice",
      "application.createdAt",
      "application.submittedAt",
      "account.email as recipient",
      "account.language",
    ])
    .where("application.id", "=", applicationId)
    .executeTakeFirst();
}

/** An offer is always somebody's. */
export async function getSeatPerson(db: Db, applicationId: string): Promise<SeatPerson> {
  const person = await findSeatPerson(db, applicationId);
  if (!person) throw new Error(`no application ${applicationId}`);
  return person;
}

export type OfferCount = { readonly trackKey: string; readonly status: OfferStatus; readonly offers: number };

export async function countOffers(db: Db, cohortId: string): Promise<readonly OfferCount[]> {
  const rows = await db
    .selectFrom("offer")
    .select(["trackKey", "status", (eb) => eb.fn.countAll<number>().as("offers")])
    .where("cohortId", "=", cohortId)
    .groupBy(["trackKey", "status"])
    .execute();
  return rows.map((row) => ({ ...row, offers: Number(row.offers) }));
}

/** Seats taken, by track: accepted, open and held. */
export function liveOffersByTrack(counts: readonly OfferCount[]): Readonly<Record<string, number>> {
  const live: Record<string, number> = {};
  for (const { trackKey, status, offers } of counts) {
    if ((liveOfferStatuses as readonly string[]).includes(status)) live[trackKey] = (live[trackKey] ?? 0) + offers;
  }
  return live;
}

export type LedgerRow = Offer & { readonly name: string; readonly applicationNumber: string };

type LedgerFilter = {
  readonly cohortId: string;
  readonly status?: OfferStatus | undefined;
  readonly track?: string | undefined;
};

/** Offers of a cohort by application number. */
export async function listLedger(
  db: Db,
  { cohortId, status, track, page, pageSize }: LedgerFilter & { readonly page: number; readonly pageSize: number },
): Promise<{ readonly rows: readonly LedgerRow[]; readonly total: number }> {
  let query = db
    .selectFrom("offer")
    .innerJoin("application", "application.id", "offer.applicationId")
    .where("offer.cohortId", "=", cohortId);
  if (status) query = query.where("offer.status", "=", status);
  if (track) query = query.where("offer.trackKey", "=", track);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll("offer")
    .select(["application.name", "application.applicationNumber"])
    .orderBy("application.applicationNumber")
    .orderBy("offer.heldAt")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map(toLedgerRow), total: Number(total) };
}

function toLedgerRow({
  name,
  applicationNumber,
  ...row
}: Selectable<Database["offer"]> & { name: string; applicationNumber: string | null }): LedgerRow {
  return { ...toOffer(row), name, applicationNumber: applicationNumber ?? "" };
}

/** What was recorded when seats were held: who was passed over, and why. By offer. */
export async function listHoldings(
  db: Db,
  { cohortId, offerIds }: { cohortId: string; offerIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (offerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("auditEntry")
    .select(["subjectId", "payload"])
    .where("cohortId", "=", cohortId)
    .where("event", "=", "reserve-held")
    .where("subjectId", "in", offerIds)
    .execute();
  return new Map(rows.flatMap(({ subjectId, payload }) => (payload === null ? [] : [[subjectId, payload] as const])));
}

export type DueOffer = {
  readonly id: string;
  readonly applicationId: string;
  readonly trackKey: string;
  readonly respondBy: Date;
};

/** Open offers whose time is nearly over and whose holder was told long enough before. */
export async function listOffersToRemind(
  db: Db,
  { cohortId, now, within, toldBefore }: { cohortId: string; now: Date; within: number; toldBefore: number },
): Promise<readonly DueOffer[]> {
  const rows = await db
    .selectFrom("offer")
    .select(["id", "applicationId", "trackKey", "respondBy", "openedAt"])
    .where("cohortId", "=", cohortId)
    .where("status", "=", "open")
    .where("respondBy", ">", now.toISOString())
    .where("respondBy", "<=", new Date(now.getTime() + within).toISOString())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("outbox")
            .select("outbox.id")
            .whereRef("outbox.cohortId", "=", "offer.cohortId")
            .whereRef("outbox.offerId", "=", "offer.id")
            .where("outbox.kind", "=", "confirm_reminder"),
        ),
      ),
    )
    .limit(500)
    .execute();
  return rows.flatMap(({ id, applicationId, trackKey, respondBy, openedAt }) => {
    if (respondBy === null || openedAt === null) return [];
    const remindAt = new Date(respondBy).getTime() - within;
    if (remindAt - new Date(openedAt).getTime() < toldBefore) return [];
    return [{ id, applicationId, trackKey, respondBy: new Date(respondBy) }];
  });
}

/** Drafts made before `before` that were not reminded under this ending of the key yet. */
export async function listDraftsToRemind(
  db: Db,
  { academyId, cohortId, before, ending }: { academyId: string; cohortId: string; before: Date; ending: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("application")
    .select("application.id")
    .where("application.academyId", "=", academyId)
    .where("application.cohortId", "=", cohortId)
    .where("application.status", "=", "draft")
    .where("application.createdAt", "<", before.toISOString())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("outbox")
            .select("outbox.id")
            .whereRef("outbox.applicationId", "=", "application.id")
            .where("outbox.kind", "=", "deadline_reminder")
            .where("outbox.messageKey", "like", `%${ending}`),
        ),
      ),
    )
    .orderBy("application.id")
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

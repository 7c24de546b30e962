import type { Db } from "#db/connect.ts";
import type { PublishedCohort } from "#tests/factories/published-cohort.ts";

export const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000);

/** Status of every application, in the order of the people. */
export async function statuses(db: Db, { people }: PublishedCohort): Promise<readonly string[]> {
  const rows = await db.selectFrom("application").select(["id", "status"]).execute();
  return people.map(({ applicationId }) => rows.find(({ id }) => id === applicationId)!.status);
}

/** Offers as "person:track:status", by person, persons counted from 1. */
export async function offers(db: Db, { people }: PublishedCohort): Promise<readonly string[]> {
  const rows = await db.selectFrom("offer").selectAll().execute();
  return rows
    .map((row) => {
      const person = people.findIndex(({ applicationId }) => applicationId === row.applicationId) + 1;
      return `${person}:${row.trackKey}:${row.status}`;
    })
    .toSorted();
}

export async function messages(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["kind", "messageKey"])
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

export async function events(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("auditEntry").select("event").orderBy("sequence").execute();
  return rows.map(({ event }) => event);
}

export async function offerOf(db: Db, applicationId: string) {
  return db
    .selectFrom("offer")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("heldAt", "desc")
    .executeTakeFirstOrThrow();
}

/** What the worker does when a channel took the message. */
export async function markOfferSent(db: Db, offerId: string, sentAt: Date): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ status: "sent", sentAt: sentAt.toISOString() })
    .where("offerId", "=", offerId)
    .where("kind", "=", "reserve_promoted")
    .execute();
}

import { sql, type Kysely, type Selectable } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import type { Db, Trx } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { findActorById } from "#db/queries/actors.ts";
import type { Database } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.ts";
import { cohortOf, publishDemo, seededDemo } from "#tests/use-cases/demo/seeded-demo.ts";
import type { OwnDatabase } from "./own-database.ts";

const now = new Date("2026-11-23T03:00:00.000Z");
let own: OwnDatabase;
let db: Db;

beforeAll(async () => {
  own = await seededDemo(now);
  db = own.db;
  await publishDemo(db, { slug: "ai-academy-6", now });
}, 240_000);
afterAll(() => own.close());

test("after the demo's publication and a person's answer every fact holds", async () => {
  expect(await brokenInvariants(db)).toEqual([]);

  const offer = await aRow("offer", { status: "open" });
  const { applicantId } = await aRow("application", { id: offer.applicationId });
  const applicant = await findActorById(db, applicantId);
  expect(await acceptOffer(db, applicant!, { offerId: offer.id, pledged: true, arrivedAt: now, now })).toMatchObject({
    ok: true,
  });

  expect(await brokenInvariants(db)).toEqual([]);
});

describe("it is seen when", () => {
  test("a track has one live offer more than seats", async () => {
    const { cohortId, applicationId } = await aRow("reservePlace", { trackKey: "platform" });

    expect(await brokenBy((trx) => insertOffer(trx, { cohortId, applicationId, trackKey: "platform" }))).toEqual([
      `cohort ${cohortId}, track platform: 91 live offers for 90 seats`,
    ]);
  });

  test("an addition of seats is what makes one more right", async () => {
    const { cohortId, applicationId } = await aRow("reservePlace", { trackKey: "platform" });
    const addition = { trackKey: "platform", seats: 1, minuteNumber: "1", reason: "", decidedBy: null };

    const broken = await brokenBy(async (trx) => {
      await insertOffer(trx, { cohortId, applicationId, trackKey: "platform" });
      await trx
        .insertInto("seatAddition")
        .values({ id: newId(now), cohortId, ...addition, decidedAt: now.toISOString() })
        .execute();
    });

    expect(broken).toEqual([]);
  });

  test("somebody accepted without an accepted offer, or has one without having accepted", async () => {
    const [accepted, offered] = [await aRow("offer", { status: "accepted" }), await aRow("offer", { status: "open" })];

    expect(await brokenBy((trx) => change(trx, "offer", accepted.id, { status: "open" }))).toEqual([
      `application ${accepted.applicationId} is accepted with 0 accepted offers`,
    ]);
    expect(await brokenBy((trx) => change(trx, "offer", offered.id, { status: "accepted" }))).toEqual([
      `application ${offered.applicationId} is offered with 1 accepted offers`,
    ]);
  });

  test("a person holds two live offers", async () => {
    const { id, cohortId, applicationId, trackKey } = await aRow("offer", { status: "open", trackKey: "service" });

    const broken = await brokenBy(async (trx) => {
      await sql`drop index offer_one_live_unique`.execute(trx);
      const another = await trx
        .selectFrom("offer")
        .select("id")
        .where("trackKey", "=", trackKey)
        .where("cohortId", "=", cohortId)
        .where("status", "=", "open")
        .where("id", "<>", id)
        .executeTakeFirstOrThrow();
      await change(trx, "offer", another.id, { status: "lapsed" });
      await insertOffer(trx, { cohortId, applicationId, trackKey });
    });

    expect(broken).toEqual([`application ${applicationId} has 2 live offers`]);
  });

  test("a reserve list has a gap or does not begin with 1", async () => {
    const sentence = /^cohort .+, track modeling: reserve numbers are not 1, 2, 3 …$/;
    for (const number of [1, 12]) {
      const { id } = await aRow("reservePlace", { trackKey: "modeling", number });
      const broken = await brokenBy((trx) => change(trx, "reservePlace", id, { number: 99 }));
      expect(broken).toEqual([expect.stringMatching(sentence)]);
    }
  });

  test("somebody was selected and got no offer", async () => {
    const { id, applicationId } = await aRow("offer", { status: "open" });

    expect(await brokenBy((trx) => trx.deleteFrom("offer").where("id", "=", id).execute())).toEqual([
      `application ${applicationId} was selected and has no offer`,
    ]);
  });

  test("two applications have one number, a draft has one, or a submitted one has none", async () => {
    const { id, cohortId } = await aRow("application", { applicationNumber: "AI06-00001" });

    const twice = await brokenBy(async (trx) => {
      await withoutConstraints(trx, "application");
      await sql`update application set application_number = 'AI06-00002' where id = ${id}`.execute(trx);
    });
    expect(twice).toEqual([`cohort ${cohortId}: two applications are AI06-00002`]);
    const seventh = await aRow("application", { applicationNumber: "AI07-00001" });
    const misplaced = (status: string) => [`application ${seventh.id} is ${status}: its number must not be as it is`];
    expect(await brokenBy((trx) => change(trx, "application", seventh.id, { status: "draft" }))).toEqual(
      misplaced("draft"),
    );
    expect(await brokenBy((trx) => change(trx, "application", seventh.id, { applicationNumber: null }))).toEqual(
      misplaced("submitted"),
    );
  });

  test("a message is there twice", async () => {
    const { messageKey } = await aRow("outbox", { kind: "selected" });

    const broken = await brokenBy(async (trx) => {
      await withoutConstraints(trx, "outbox");
      await sql`insert into outbox select * from outbox where message_key = ${messageKey}`.execute(trx);
    });

    expect(broken).toEqual([`message ${messageKey} is there more than once`]);
  });

  test("a submitted sheet lacks a score, has a foreign one, or a total that is not the sum", async () => {
    const { id, totalHundredths } = await aRow("review", { status: "submitted", stageKey: "interview" });
    const { criterionKey, hundredths } = await aRow("reviewScore", { reviewId: id });
    const ofSheet = (trx: Trx) => trx.updateTable("reviewScore").where("reviewId", "=", id);

    expect(await brokenBy((trx) => trx.deleteFrom("reviewScore").where("reviewId", "=", id).execute())).toEqual([
      `review ${id} lacks a score, or has one too many`,
      `review ${id} has total ${totalHundredths}, its scores make 0`,
    ]);
    const renamed = (trx: Trx) => ofSheet(trx).where("criterionKey", "=", criterionKey).set({ criterionKey: "charm" });
    expect(await brokenBy((trx) => renamed(trx).execute())).toEqual([
      `review ${id} lacks a score, or has one too many`,
    ]);
    const raised = (trx: Trx) =>
      ofSheet(trx)
        .where("criterionKey", "=", criterionKey)
        .set({ hundredths: hundredths + 100 });
    expect(await brokenBy((trx) => raised(trx).execute())).toEqual([
      `review ${id} has total ${totalHundredths}, its scores make ${totalHundredths! + 100}`,
    ]);
  });

  test.each(["stageEntry", "decision", "offer", "consent"] as const)(
    "a row of %s strays into another cohort",
    async (table) => {
      const { id: cohortId } = await cohortOf(db, "gcc-academy-2");
      const { id: home } = await cohortOf(db, "ai-academy-6");
      const { id } = await aRow(table, { cohortId: home });

      const broken = await brokenBy((trx) => change(trx, table, id, { cohortId }));

      expect(broken).toContain(`${table} ${id} is in another cohort than its application`);
    },
  );

  test("the audit log was changed", async () => {
    const { id: cohortId } = await cohortOf(db, "ai-academy-6");
    const { id } = await aRow("auditEntry", { chain: cohortId, sequence: 4 });

    expect(await brokenBy((trx) => change(trx, "auditEntry", id, { event: "nothing-happened" }))).toEqual([
      `the audit log of ${cohortId} does not verify from entry 4 on`,
    ]);
  });
});

class TakenBack extends Error {}

/** What is broken after some tampering, which is then taken back. */
async function brokenBy(tamper: (trx: Trx) => Promise<unknown>): Promise<readonly string[]> {
  let broken: readonly string[] = [];
  await inTransaction(db, async (trx) => {
    await tamper(trx);
    broken = await brokenInvariants(trx);
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return broken;
}

/** The same rows in a table that forbids nothing. */
async function withoutConstraints(trx: Trx, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} rename to kept`.execute(trx);
  await sql`create table ${sql.table(table)} as select * from kept`.execute(trx);
}

async function insertOffer(
  trx: Trx,
  offer: { readonly cohortId: string; readonly applicationId: string; readonly trackKey: string },
): Promise<void> {
  const at = now.toISOString();
  await trx
    .insertInto("offer")
    .values({ id: newId(now), ...offer, status: "held", origin: "reserve", heldAt: at })
    .execute();
}

/** Rows of any table, by any of its columns: what is read and tampered with here is said where it is used. */
type AnyTable = Record<string, Record<string, unknown>>;

async function aRow<Table extends keyof Database>(
  table: Table,
  where: Partial<Selectable<Database[Table]>>,
): Promise<Selectable<Database[Table]>> {
  let query = (db as unknown as Kysely<AnyTable>).selectFrom(table as string).selectAll();
  for (const [column, value] of Object.entries(where)) query = query.where(column, "=", value);
  return (await query.limit(1).executeTakeFirstOrThrow()) as Selectable<Database[Table]>;
}

async function change<Table extends keyof Database>(
  trx: Trx,
  table: Table,
  id: string,
  values: Partial<Selectable<Database[Table]>>,
): Promise<void> {
  const anyTable = trx as unknown as Kysely<AnyTable>;
  await anyTable
    .updateTable(table as string)
    .set(values)
    .where("id", "=", id)
    .execute();
}

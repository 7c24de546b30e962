import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "#app/domain/message/message.ts";
import type { Db } from "#db/connect.ts";
import { claimDueMessages, enqueueMessage, enqueueMessages, markSent, markUnsent } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { ownDatabase, type OwnDatabase } from "./own-database.ts";

const now = new Date("2026-11-25T01:00:00.000Z");
const claim = { now, limit: 20, claimFor: 60_000 };
const message: Message = { kind: "account_exists", name: "가상인", path: "/sign-in" };

function after(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

function aMessage(key: string, dueAt = now) {
  return { key, message, recipient: `${key}@people.example`, language: "ko" as const, dueAt, now };
}

async function keysOf(db: Db, rows: readonly { readonly id: string }[]): Promise<readonly string[]> {
  const ids = rows.map(({ id }) => id);
  const found = await db.selectFrom("outbox").select("messageKey").where("id", "in", ids).execute();
  return found.map(({ messageKey }) => messageKey).toSorted();
}

describe("a message", () => {
  test("is stored once for ever under its key, whoever writes it again", async () => {
    const db = await freshDatabase();

    await enqueueMessage(db, aMessage("selected:1"));
    await enqueueMessages(db, [aMessage("selected:1"), aMessage("selected:2"), aMessage("selected:2")]);

    const rows = await db.selectFrom("outbox").selectAll().orderBy("messageKey").execute();
    expect(rows.map(({ messageKey, kind, status }) => [messageKey, kind, status])).toEqual([
      ["selected:1", "account_exists", "queued"],
      ["selected:2", "account_exists", "queued"],
    ]);
  });

  test("comes back from a claim as it was written", async () => {
    const db = await freshDatabase();
    await enqueueMessage(db, aMessage("selected:1"));

    expect(await claimDueMessages(db, claim)).toMatchObject([{ message, recipient: "selected:1@people.example" }]);
  });

  test("waits for its hour", async () => {
    const db = await freshDatabase();
    await enqueueMessages(db, [aMessage("later", after(1)), aMessage("now")]);

    expect(await keysOf(db, await claimDueMessages(db, claim))).toEqual(["now"]);
    expect(await keysOf(db, await claimDueMessages(db, { ...claim, now: after(1) }))).toEqual(["later"]);
  });
});

describe("a claim", () => {
  test("takes no more than its limit, what is due longest first", async () => {
    const db = await freshDatabase();
    await enqueueMessages(
      db,
      [5, 1, 4, 2, 3].map((number) => aMessage(`m${number}`, after(-60 + number))),
    );

    expect(await keysOf(db, await claimDueMessages(db, { ...claim, limit: 2 }))).toEqual(["m1", "m2"]);
    expect(await keysOf(db, await claimDueMessages(db, { ...claim, limit: 2 }))).toEqual(["m3", "m4"]);
  });

  test("that ran out is free for the next worker, and counts as an attempt", async () => {
    const db = await freshDatabase();
    await enqueueMessage(db, aMessage("m1"));
    await claimDueMessages(db, claim);

    expect(await claimDueMessages(db, { ...claim, now: after(59) })).toEqual([]);
    expect(await claimDueMessages(db, { ...claim, now: after(61) })).toMatchObject([{ attempts: 2 }]);
  });

  test("never takes what was sent, or what was given up", async () => {
    const db = await freshDatabase();
    await enqueueMessages(db, [aMessage("sent"), aMessage("failed"), aMessage("again")]);
    const idOf = new Map((await claimDueMessages(db, claim)).map(({ messageKey, id }) => [messageKey, id]));
    await markSent(db, { id: idOf.get("sent")!, now, smtpMessageId: "1", subject: "", bodyText: "" });
    await markUnsent(db, { id: idOf.get("failed")!, error: "no such mailbox", retryAt: null });
    await markUnsent(db, { id: idOf.get("again")!, error: "come back later", retryAt: after(300) });

    expect(await claimDueMessages(db, { ...claim, now: after(299) })).toEqual([]);
    expect(await keysOf(db, await claimDueMessages(db, { ...claim, now: after(9000) }))).toEqual(["again"]);
  });
});

describe("several workers with handles of their own", () => {
  let own: OwnDatabase;
  beforeAll(async () => {
    own = await ownDatabase();
  });
  afterAll(() => own.close());

  test("claim every message once between them", async () => {
    await enqueueMessages(
      own.db,
      Array.from({ length: 200 }, (_, index) => aMessage(`m${index}`)),
    );
    const claimed = await Promise.all(
      [own.db, own.open(), own.open()].map(async (db) => {
        const ids: string[] = [];
        for (let turn = 0; turn < 30; turn += 1) {
          const rows = await inTransaction(db, (trx) => claimDueMessages(trx, { ...claim, limit: 10 }));
          ids.push(...rows.map(({ id }) => id));
        }
        return ids;
      }),
    );

    expect(claimed.flat()).toHaveLength(200);
    expect(new Set(claimed.flat()).size).toBe(200);
  });
});

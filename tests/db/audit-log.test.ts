import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { emptyChainHead } from "#app/domain/proof/hash-chain.ts";
import type { Db } from "#db/connect.ts";
import { listAuditEntries, recordEvent, verifyChain } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";
import { anOpenCohort, factoryNow } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Db;
let chain: string;

beforeEach(async () => {
  db = await freshDatabase();
  chain = (await anOpenCohort(db)).cohortId;
  for (const colour of ["white", "grey", "black"]) await record(db, chain, { colour });
});

async function record(handle: Db, cohortId: string | null, payload: Record<string, string>): Promise<void> {
  const subject = { subjectKind: "cohort", subjectId: cohortId ?? "portal" };
  await recordEvent(handle, { event: "painted", actor: systemActor, cohortId, ...subject, payload, now: factoryNow });
}

describe("a chain", () => {
  test("grows by one with every event and verifies", async () => {
    const entries = await listAuditEntries(db, { chain, limit: 10 });

    expect(entries.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(3);
    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: null });
  });

  test("that nobody wrote to is whole and empty", async () => {
    expect(await verifyChain(db, "nothing")).toEqual({ size: 0, brokenAt: null });
  });

  test("belongs to one cohort; the portal has its own", async () => {
    await record(db, null, { colour: "red" });

    expect(await verifyChain(db, "portal")).toEqual({ size: 1, brokenAt: null });
    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: null });
  });

  test("keeps no entry of a transaction that was taken back", async () => {
    const failing = inTransaction(db, async (trx) => {
      await record(trx, chain, { colour: "gold" });
      throw new Error("taken back");
    });
    await expect(failing).rejects.toThrow("taken back");

    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: null });
  });

  test("has neither gap nor fork when many write at once", async () => {
    await Promise.all(
      Array.from({ length: 15 }, (_, index) => inTransaction(db, (trx) => record(trx, chain, { index: `${index}` }))),
    );

    expect(await verifyChain(db, chain)).toEqual({ size: 18, brokenAt: null });
  });

  test("still verifies where a payload was destroyed together with its salt", async () => {
    await entry(2).set({ payload: null, salt: null }).execute();

    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: null });
  });
});

describe("a chain that somebody changed is found broken", () => {
  const changes = {
    payload: { payload: '{"colour":"pink"}' },
    "payload with its salt thrown away": { payload: '{"colour":"pink"}', salt: null },
    event: { event: "washed" },
    time: { at: "2020-01-01T00:00:00.000Z" },
    person: { actorId: "somebody-else" },
    role: { actorRole: "administrator" },
    subject: { subjectId: "another" },
    commitment: { commitment: "0".repeat(64) },
    hash: { hash: "0".repeat(64) },
    sequence: { sequence: 9 },
  } as const;

  test.each(Object.entries(changes))("at its %s", async (_name, change) => {
    await entry(2).set(change).execute();

    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: 2 });
  });

  test("where an entry in the middle was taken out", async () => {
    await remove(2);

    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: 2 });
  });

  test("where its end was cut off", async () => {
    await remove(3);

    expect(await verifyChain(db, chain)).toEqual({ size: 3, brokenAt: 3 });
  });

  test("where its end was cut off and its size lowered to match", async () => {
    await remove(3);
    await db.updateTable("auditChain").set({ size: 2 }).where("chain", "=", chain).execute();

    expect((await verifyChain(db, chain)).brokenAt).toBe(3);
  });

  test("where the record of its head is gone or empty", async () => {
    await db.updateTable("auditChain").set({ size: 0, head: emptyChainHead }).where("chain", "=", chain).execute();
    expect((await verifyChain(db, chain)).brokenAt).not.toBeNull();

    await db.deleteFrom("auditChain").where("chain", "=", chain).execute();
    expect((await verifyChain(db, chain)).brokenAt).not.toBeNull();
  });
});

function entry(sequence: number) {
  return db.updateTable("auditEntry").where("chain", "=", chain).where("sequence", "=", sequence);
}

async function remove(sequence: number): Promise<void> {
  await db.deleteFrom("auditEntry").where("chain", "=", chain).where("sequence", "=", sequence).execute();
}

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/connect.ts";
import { newId } from "#db/id.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { anOpenCohort, factoryNow } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { ownDatabase, type OwnDatabase } from "./own-database.ts";

describe("a transaction", () => {
  test("leaves nothing behind when its work throws", async () => {
    const db = await freshDatabase();

    const failing = inTransaction(db, async (trx) => {
      await saveSetting(trx, "colour", "blue");
      throw new Error("the power went out");
    });

    await expect(failing).rejects.toThrow("the power went out");
    expect(await findSetting(db, "colour")).toBeUndefined();
  });

  test("inside another is the other: both happen or neither does", async () => {
    const db = await freshDatabase();

    const failing = inTransaction(db, async (outer) => {
      await inTransaction(outer, async (inner) => {
        expect(inner).toBe(outer);
        await saveSetting(inner, "colour", "blue");
      });
      throw new Error("too late");
    });

    await expect(failing).rejects.toThrow("too late");
    expect(await findSetting(db, "colour")).toBeUndefined();
  });

  test("hands back what its work answers, and the next one can begin", async () => {
    const db = await freshDatabase();

    expect(await inTransaction(db, async () => 7)).toBe(7);
    expect(await inTransaction(db, async () => 8)).toBe(8);
  });
});

describe("two handles on one database", () => {
  let own: OwnDatabase;
  beforeAll(async () => {
    own = await ownDatabase();
  });
  afterAll(() => own.close());

  test("count the seats of a locked cohort one after the other, so that the last seat is taken once", async () => {
    const { cohortId } = await anOpenCohort(own.db);
    const handles = [own.db, own.open()];
    await saveSetting(own.db, "seats", "3");

    const takers = Array.from({ length: 12 }, (_, index) => takeSeat(handles[index % 2]!, cohortId));
    const taken = (await Promise.all(takers)).filter(Boolean).length;

    expect(taken).toBe(3);
    expect(await findSetting(own.db, "seats")).toBe("0");
  });

  test("may write at the same moment without either failing", async () => {
    const other = own.open();
    const { cohortId } = await anOpenCohort(own.db);

    await Promise.all(
      [own.db, other].map(async (db) => {
        for (let count = 0; count < 40; count += 1) await inTransaction(db, (trx) => lockCohort(trx, cohortId));
      }),
    );

    const { lockVersion } = await own.db
      .selectFrom("cohort")
      .select("lockVersion")
      .where("id", "=", cohortId)
      .executeTakeFirstOrThrow();
    expect(lockVersion).toBe(80);
  });
});

test("an id says when it was made and sorts by it", () => {
  const [early, late] = [newId(factoryNow), newId(new Date(factoryNow.getTime() + 1))];

  expect(early < late).toBe(true);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(factoryNow.getTime());
});

/** Reads, hesitates, writes: two of these without the lock would both take the last seat. */
async function takeSeat(db: Db, cohortId: string): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const left = Number(await findSetting(trx, "seats"));
    await pause(3);
    if (left === 0) return false;
    await saveSetting(trx, "seats", String(left - 1));
    return true;
  });
}

import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Db } from "#db/connect.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { inTransaction } from "#db/transaction.ts";
import { ownDatabase, type OwnDatabase } from "./own-database.ts";

const HELD_MS = 400;
const LONGEST_GAP_MS = 100;

const owned: OwnDatabase[] = [];
afterEach(async () => {
  for (const own of owned.splice(0)) await own.close();
});

async function twoHandles(): Promise<readonly [Db, Db]> {
  const own = await ownDatabase();
  owned.push(own);
  await saveSetting(own.db, "colour", "white");
  return [own.db, own.open()];
}

test("a transaction waits for the other's end, and the process answers everybody else meanwhile", async () => {
  const [holder, waiter] = await twoHandles();

  const gap = await smallestOfThree(() =>
    worstGapWhileHeld(holder, async () => {
      await inTransaction(waiter, (trx) => saveSetting(trx, "colour", "green"));
    }),
  );

  expect(await findSetting(holder, "colour")).toBe("green");
  expect(gap).toBeLessThan(LONGEST_GAP_MS);
});

test("a single statement outside a transaction waits its turn too, instead of failing", async () => {
  const [holder, waiter] = await twoHandles();

  const gap = await smallestOfThree(() => worstGapWhileHeld(holder, () => saveSetting(waiter, "colour", "green")));

  expect(await findSetting(holder, "colour")).toBe("green");
  expect(gap).toBeLessThan(LONGEST_GAP_MS);
});

test("reading goes on while somebody writes", async () => {
  const [holder, reader] = await twoHandles();

  await inTransaction(holder, async (trx) => {
    await saveSetting(trx, "colour", "red");
    expect(await findSetting(reader, "colour")).toBe("white");
  });
  expect(await findSetting(reader, "colour")).toBe("red");
});

/** The machine may pause for reasons of its own; a wait that blocks the process shows in every attempt. */
async function smallestOfThree(measure: () => Promise<number>): Promise<number> {
  return Math.min(await measure(), await measure(), await measure());
}

/** While one handle holds the row, another wants it: how long did a timer of this process stand still at most? */
async function worstGapWhileHeld(holder: Db, want: () => Promise<void>): Promise<number> {
  const { promise: isHeld, resolve: nowHeld } = deferred();
  const holding = inTransaction(holder, async (trx) => {
    await saveSetting(trx, "colour", "red");
    nowHeld();
    await pause(HELD_MS);
  });
  await isHeld;
  let [last, worst] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
  }, 5);
  const before = performance.now();
  await want();
  expect(performance.now() - before).toBeGreaterThan(HELD_MS / 2);
  clearInterval(timer);
  await holding;
  return worst;
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

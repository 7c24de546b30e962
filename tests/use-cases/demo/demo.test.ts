import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { isInside } from "#app/domain/cohort/phase.ts";
import type { Message } from "#app/domain/message/message.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { demoAccounts } from "#app/use-cases/demo/demo-accounts.ts";
import { replaySelection } from "#app/use-cases/replay-selection.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import type { Db } from "#db/connect.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findOfficialRun, findSelectionRun } from "#db/queries/selection-runs.ts";
import { isDemo } from "#db/queries/settings.ts";
import { renderMessage } from "#emails/render.ts";
import type { OwnDatabase } from "#tests/db/own-database.ts";
import { demoDigests } from "./demo-digests.ts";
import { cohortOf, publishDemo, seededDemo } from "./seeded-demo.ts";

const now = new Date("2026-11-23T03:00:00.000Z");
let own: OwnDatabase;
let db: Db;

beforeAll(async () => {
  own = await seededDemo(now);
  db = own.db;
}, 240_000);
afterAll(() => own.close());

describe("a new demo", () => {
  test("has as many applications as were reported, by first choice, and says that it is a demo", async () => {
    expect(await firstChoices("ai-academy-6")).toEqual({ modeling: 284, service: 283, platform: 212 });
    expect(await firstChoices("gcc-academy-2")).toEqual({
      "xr-design": 66,
      "xr-engineer": 61,
      game: 112,
      animation: 91,
      webtoon: 91,
    });
    expect(await isDemo(db)).toBe(true);
  });

  test("stands before the final selection, in review, and open today", async () => {
    const phases = await db.selectFrom("cohort").select(["slug", "phase"]).orderBy("slug").execute();
    expect(phases).toEqual([
      { slug: "ai-academy-6", phase: "selecting" },
      { slug: "ai-academy-7", phase: "open" },
      { slug: "gcc-academy-2", phase: "in_review" },
    ]);
    const seventh = await getDefinition(db, (await cohortOf(db, "ai-academy-7")).definitionId);
    expect(isInside(windowOf(seventh, "application"), now)).toBe(true);
  });

  test("leaves the second cohort in the middle of its reviews", async () => {
    const sheets = await countBy("review", "status", "gcc-academy-2");

    expect(Object.keys(sheets).toSorted()).toEqual(["assigned", "draft", "submitted"]);
    expect(sheets.submitted! / (sheets.assigned! + sheets.draft! + sheets.submitted!)).toBeCloseTo(0.72, 1);
  });

  test("lets everybody sign in whom it names", async () => {
    for (const { email, password } of demoAccounts) {
      const account = await db.selectFrom("account").selectAll().where("email", "=", email).executeTakeFirstOrThrow();
      expect(account.emailVerifiedAt, email).not.toBeNull();
      expect(await verify(account.passwordHash!, password), email).toBe(true);
    }
  });

  test("has only made-up people: reserved mail addresses and telephone blocks, nobody twice", async () => {
    const people = await db.selectFrom("application").select(["email", "phone", "name"]).execute();

    expect(people.every(({ email }) => email?.endsWith(".example"))).toBe(true);
    expect(people.every(({ phone }) => /^010-?000\d-?\d{4}$|^\+8210000\d{5}$/.test(phone ?? ""))).toBe(true);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  test("has nothing to send that is history, and breaks no fact", async () => {
    const queued = await db.selectFrom("outbox").select("kind").where("status", "=", "queued").execute();

    expect(queued).toEqual([]);
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("the selection of AI Academy 6", () => {
  test("fills 330 seats of 779 with reserves behind them, and comes out the same when it is tried again", async () => {
    const { id: cohortId } = await cohortOf(db, "ai-academy-6");
    const runs = [await tryOut(cohortId), await tryOut(cohortId)];

    for (const { summary } of runs) {
      expect(summary).toMatchObject({
        cohort: "ai-academy-6",
        seats: 330,
        selected: 330,
        byTrack: { modeling: 120, service: 120, platform: 90 },
        reserve: 66,
        unfilled: [],
        digest: demoDigests["ai-academy-6"],
      });
    }
    const results = await Promise.all(runs.map(async ({ runId }) => (await findSelectionRun(db, runId))?.result));
    expect(results[0]).toEqual(results[1]);
    expect(await replaySelection(db, runs[0]!.runId)).toMatchObject({ ok: true, value: { equal: true } });
  });

  test("once approved and published tells each of the 779 once, and no fact is broken", async () => {
    await publishDemo(db, { slug: "ai-academy-6", now });

    expect(await reservesByTrack("ai-academy-6")).toEqual({ modeling: 24, service: 24, platform: 18 });
    expect((await findOfficialRun(db, (await cohortOf(db, "ai-academy-6")).id))?.digest).toBe(
      demoDigests["ai-academy-6"],
    );
    expect(await finalMessages("ai-academy-6")).toEqual({
      people: 779,
      told: { selected: 330, reserve: 66, not_selected: 99, stage_not_passed: 284 },
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

describe("GCC Academy 2, moved on through the same acts", () => {
  test("seats 140 of 421, keeps reserves, tells everybody once, and no fact is broken", async () => {
    await publishDemo(db, { slug: "gcc-academy-2", now });

    const run = await findOfficialRun(db, (await cohortOf(db, "gcc-academy-2")).id);
    expect(run).toMatchObject({ status: "published", digest: demoDigests["gcc-academy-2"] });
    expect((await findSelectionRun(db, run!.id))?.result).toMatchObject({
      seats: 140,
      byTrack: { "xr-design": 20, "xr-engineer": 20, game: 40, animation: 30, webtoon: 30 },
    });
    expect(await reservesByTrack("gcc-academy-2")).toEqual({
      "xr-design": 6,
      "xr-engineer": 6,
      game: 12,
      animation: 9,
      webtoon: 9,
    });
    expect(await finalMessages("gcc-academy-2")).toEqual({
      people: 421,
      told: { selected: 140, reserve: 42, not_selected: 32, stage_not_passed: 207 },
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

test("every kind of message that the demo wrote can be read in both languages, with nothing left to fill in", async () => {
  const rows = await db.selectFrom("outbox").select(["kind", "cohortId", "payload"]).execute();
  const samples = new Map(rows.map(({ kind, cohortId, payload }) => [`${kind} ${cohortId}`, payload]));
  expect(samples.size).toBeGreaterThanOrEqual(12);

  for (const [name, payload] of samples) {
    const message = JSON.parse(payload) as Message;
    const definition = message.kind === "programme" ? await getDefinition(db, message.definitionId) : undefined;
    for (const language of ["ko", "en"] as const) {
      const mail = await renderMessage({ message, language, definition, publicUrl: "https://portal.example" });
      expect(`${mail.subject} ${mail.text}`, name).not.toMatch(/\{\{|undefined|\[object/);
    }
  }
});

async function tryOut(cohortId: string) {
  const answer = await runSelection(db, systemActor, { cohortId, kind: "tryout", now });
  if (!answer.ok || answer.value.status !== "complete") throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function firstChoices(slug: string) {
  return countBy("application", "firstChoice", slug);
}

async function reservesByTrack(slug: string) {
  return countBy("reservePlace", "trackKey", slug);
}

async function countBy(table: string, column: string, slug: string): Promise<Record<string, number>> {
  const { id } = await cohortOf(db, slug);
  const rows = await db
    .selectFrom(table as "application")
    .select([`${column} as value` as "firstChoice as value", (eb) => eb.fn.countAll<number>().as("count")])
    .where("cohortId", "=", id)
    .groupBy(column as "firstChoice")
    .execute();
  return Object.fromEntries(rows.map(({ value, count }) => [String(value), count]));
}

/** How many people were told what in the end; a person told twice would be counted twice. */
async function finalMessages(slug: string) {
  const { id } = await cohortOf(db, slug);
  const rows = await db
    .selectFrom("outbox")
    .innerJoin("application", "application.id", "outbox.applicationId")
    .innerJoin("account", "account.id", "application.applicantId")
    .select(["outbox.kind", "outbox.applicationId"])
    .where("outbox.cohortId", "=", id)
    .where("outbox.kind", "in", ["selected", "reserve", "not_selected", "stage_not_passed"])
    .whereRef("outbox.recipient", "=", "account.email")
    .execute();
  const told: Record<string, number> = {};
  for (const { kind } of rows) told[kind] = (told[kind] ?? 0) + 1;
  return { people: new Set(rows.map(({ applicationId }) => applicationId)).size, told };
}

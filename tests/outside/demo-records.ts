import { createHash } from "node:crypto";
import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import type { SelectionRecord } from "#app/domain/proof/record/record.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { recordOfRun } from "#app/use-cases/record-of-run.ts";
import type { Db } from "#db/connect.ts";
import { insertSeatAddition } from "#db/queries/seat-additions.ts";
import { findOfficialRun } from "#db/queries/selection-runs.ts";
import { cohortOf, publishDemo } from "#tests/use-cases/demo/seeded-demo.ts";

export const nodeSha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** A salt that is the same on every run of the tests. */
export function saltOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

export type DemoRecords = { readonly ai: SelectionRecord; readonly gcc: SelectionRecord };

/** The records (P2) of both demo cohorts: the one as it was published, the other after seats were refilled and added. */
export async function demoRecords(db: Db, now: Date): Promise<DemoRecords> {
  await publishDemo(db, { slug: "ai-academy-6", now });
  await publishDemo(db, { slug: "gcc-academy-2", now });
  await moveSeats(db, now);
  return { ai: await recordOf(db, "ai-academy-6", now), gcc: await recordOf(db, "gcc-academy-2", now) };
}

async function recordOf(db: Db, slug: string, now: Date): Promise<SelectionRecord> {
  const run = await findOfficialRun(db, (await cohortOf(db, slug)).id);
  if (!run) throw new Error(`${slug} has no official run`);
  const made = await recordOfRun(db, systemActor, {
    runId: run.id,
    secretsFor: (numbers) => ({
      key: saltOf("key"),
      salts: Object.fromEntries(
        numbers.map((no) => [no, { review: saltOf(`review ${no}`), disclosed: saltOf(`disclosed ${no}`) }]),
      ),
    }),
    sha256: nodeSha256,
    now,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

/** Eight games designers decline (two more than their list is long would need), a reserve leaves, and a seat is added. */
async function moveSeats(db: Db, start: Date): Promise<void> {
  const { id: cohortId } = await cohortOf(db, "gcc-academy-2");
  let minute = 0;
  const next = () => new Date(start.getTime() + (minute += 1) * 60_000);
  const offers = await db
    .selectFrom("offer")
    .select(["id", "applicationId"])
    .where("cohortId", "=", cohortId)
    .where("status", "=", "open")
    .orderBy("trackKey", "desc")
    .orderBy("applicationId")
    .execute();
  const places = await db
    .selectFrom("reservePlace")
    .select(["applicationId", "trackKey"])
    .where("cohortId", "=", cohortId)
    .orderBy("trackKey")
    .orderBy("number", "desc")
    .execute();
  const decline = async ({ id, applicationId }: { id: string; applicationId: string }) => {
    const at = next();
    mustBeDone(await declineOffer(db, await holderOf(db, applicationId), { offerId: id, arrivedAt: at, now: at }));
  };
  // The last track by name is xr-engineer, whose list has six people: the last three seats go to other lists.
  for (const offer of offers.slice(0, 4)) await decline(offer);
  const [leaver] = places;
  if (leaver) {
    const at = next();
    const actor = await holderOf(db, leaver.applicationId);
    mustBeDone(await leaveReserveList(db, actor, { applicationId: leaver.applicationId, now: at }));
  }
  await insertSeatAddition(db, {
    cohortId,
    trackKey: "game",
    seats: 1,
    minuteNumber: "2",
    reason: "over-admission",
    decidedBy: null,
    now: next(),
  });
  for (const offer of offers.slice(4, 9)) await decline(offer);
}

function mustBeDone(answer: { readonly ok: boolean; readonly refusal?: unknown }): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
}

async function holderOf(db: Db, applicationId: string): Promise<Actor> {
  const { applicantId } = await db
    .selectFrom("application")
    .select("applicantId")
    .where("id", "=", applicationId)
    .executeTakeFirstOrThrow();
  return actorOf(db, applicantId);
}

async function actorOf(db: Db, accountId: string): Promise<Actor> {
  const { role, academyId, name, email } = await db
    .selectFrom("account")
    .selectAll()
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return { kind: "account", accountId, role, academyId, name, email, language: "ko" };
}

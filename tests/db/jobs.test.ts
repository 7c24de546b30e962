import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimDueJob, enqueueJob, findJob, finishJob, listOpenJobs } from "#db/queries/jobs.ts";
import type { Db } from "#db/connect.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { ownDatabase, type OwnDatabase } from "./own-database.ts";

const now = new Date("2026-11-25T01:00:00.000Z");
const claim = { now, claimFor: 60_000 };
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

async function aJob(db: Db, { cohortId, dueAt = now }: { cohortId: string; dueAt?: Date }): Promise<string> {
  return enqueueJob(db, {
    kind: "run_selection",
    cohortId,
    payload: { kind: "tryout" },
    requestedBy: null,
    dueAt,
    now,
  });
}

describe("a job", () => {
  test("is claimed once, in the order in which jobs are due", async () => {
    const db = await freshDatabase();
    const { cohortId } = await anOpenCohort(db);
    const second = await aJob(db, { cohortId, dueAt: after(-1) });
    const first = await aJob(db, { cohortId, dueAt: after(-2) });
    await aJob(db, { cohortId, dueAt: after(1) });

    expect(await claimDueJob(db, claim)).toMatchObject({ id: first, status: "running", payload: '{"kind":"tryout"}' });
    expect(await claimDueJob(db, claim)).toMatchObject({ id: second });
    expect(await claimDueJob(db, claim)).toBeUndefined();
  });

  test("whose worker died is claimed again when its claim has run out", async () => {
    const db = await freshDatabase();
    const { cohortId } = await anOpenCohort(db);
    const id = await aJob(db, { cohortId });
    await claimDueJob(db, claim);

    expect(await claimDueJob(db, { ...claim, now: after(59) })).toBeUndefined();
    expect(await claimDueJob(db, { ...claim, now: after(61) })).toMatchObject({ id });
  });

  test("that is finished keeps its answer and is never claimed again", async () => {
    const db = await freshDatabase();
    const { cohortId } = await anOpenCohort(db);
    const id = await aJob(db, { cohortId });
    await claimDueJob(db, claim);
    expect(await listOpenJobs(db, cohortId)).toMatchObject([{ id }]);

    await finishJob(db, { id, status: "done", result: { runId: "r1" }, now });

    expect(await findJob(db, id)).toMatchObject({ status: "done", result: '{"runId":"r1"}', claimedUntil: null });
    expect(await claimDueJob(db, { ...claim, now: after(9000) })).toBeUndefined();
    expect(await listOpenJobs(db, cohortId)).toEqual([]);
  });
});

describe("several workers with handles of their own", () => {
  let own: OwnDatabase;
  beforeAll(async () => {
    own = await ownDatabase();
  });
  afterAll(() => own.close());

  test("claim every job once between them", async () => {
    const { cohortId } = await anOpenCohort(own.db);
    for (let count = 0; count < 30; count += 1) await aJob(own.db, { cohortId });

    const claimed = await Promise.all(
      [own.db, own.open(), own.open()].map(async (db) => {
        const ids: string[] = [];
        for (let turn = 0; turn < 40; turn += 1) {
          const job = await claimDueJob(db, claim);
          if (job) ids.push(job.id);
        }
        return ids;
      }),
    );

    expect(claimed.flat().toSorted()).toEqual([...new Set(claimed.flat())].toSorted());
    expect(claimed.flat()).toHaveLength(30);
  });
});

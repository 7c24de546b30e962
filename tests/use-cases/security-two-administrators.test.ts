import { expect, test } from "vitest";
import type { Result } from "#app/domain/result.ts";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";
import { jobRegistry } from "#app/use-cases/job-registry.ts";
import { runNextJob } from "#app/use-cases/jobs.ts";
import { openStage } from "#app/use-cases/open-stage.ts";
import { publishDecisions } from "#app/use-cases/publish-decisions.ts";
import { publishStage } from "#app/use-cases/publish-stage.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import type { Db } from "#db/connect.ts";
import { verifyChain } from "#db/queries/audit-log.ts";
import { enqueueJob, findJob } from "#db/queries/jobs.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { today } from "./selection/small-cohort.ts";
import { must, openDocument, reviewDocuments, untilSelection } from "./selection/small-selection.ts";

type Answer = Result<unknown, unknown>;

/** The same button pressed at the same moment: one of them did it, the other is told. */
async function onlyOnce(press: () => Promise<Answer>, other = press): Promise<void> {
  const answers = await Promise.all([press(), other()]);
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
}

async function counts(db: Db): Promise<Record<string, number>> {
  const tables = ["stageEntry", "decision", "offer", "reservePlace", "outbox"] as const;
  const rows: Record<string, number> = {};
  for (const table of tables) rows[table] = (await db.selectFrom(table).select("id").execute()).length;
  return rows;
}

test("a stage is closed, approved and published once, whoever presses when", async () => {
  const db = await freshDatabase();
  const cohort = await openDocument(db);
  const { cohortId, first, second } = cohort;
  const stage = { cohortId, stageKey: "document", now: today };
  expect(await openStage(db, second, { ...stage, seed: "s" })).toMatchObject({ ok: false });
  await reviewDocuments(cohort);
  await onlyOnce(
    () => closeStage(db, first, stage),
    () => closeStage(db, second, stage),
  );
  const closer = await db.selectFrom("stage").select("closedBy").where("stageKey", "=", "document").executeTakeFirst();
  const approver = closer?.closedBy === first.accountId ? second : first;
  await onlyOnce(() => approveStage(db, approver, stage));
  await onlyOnce(
    () => publishStage(db, first, stage),
    () => publishStage(db, second, stage),
  );
  const before = await counts(db);
  expect(await publishStage(db, first, stage)).toMatchObject({ ok: false });
  expect(await counts(db)).toEqual(before);
  expect((await verifyChain(db, cohortId)).brokenAt).toBeNull();
});

test("a run is approved and published once, and the one who ran it never approves it", async () => {
  const db = await freshDatabase();
  const { cohortId, first, second } = await untilSelection(db);
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  const approve = (by: typeof first) => approveSelection(db, by, { cohortId, runId, now: today });
  await onlyOnce(
    () => approve(first),
    () => approve(second),
  );
  expect(await approve(second)).toMatchObject({ ok: false });
  const publish = (by: typeof first) => publishDecisions(db, by, { cohortId, now: today });
  await onlyOnce(
    () => publish(first),
    () => publish(second),
  );
  expect((await verifyChain(db, cohortId)).brokenAt).toBeNull();
});

test("an official run while another is being published cannot take its place", async () => {
  const db = await freshDatabase();
  const { cohortId, first, second } = await untilSelection(db);
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  await must(approveSelection(db, second, { cohortId, runId, now: today }));
  const [published, another] = await Promise.all([
    publishDecisions(db, first, { cohortId, now: today }),
    runSelection(db, second, { cohortId, kind: "official", now: today }),
  ]);
  expect([published.ok, another.ok].filter(Boolean)).toHaveLength(1);
});

test.each(["close_stage", "publish_stage"] as const)(
  "the job %s run again after its worker died changes nothing, and its asker still may not do more",
  async (kind) => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    const { cohortId, first, second } = cohort;
    await reviewDocuments(cohort);
    const stage = { cohortId, stageKey: "document", now: today };
    if (kind === "publish_stage") {
      await must(closeStage(db, first, stage));
      await must(approveStage(db, second, stage));
    }
    const payload = { stageKey: "document" };
    const id = await enqueueJob(db, { kind, cohortId, payload, requestedBy: first.accountId, now: today });
    await runNextJob(db, jobRegistry, () => today);
    expect((await findJob(db, id))?.status).toBe("done");
    const before = await counts(db);
    await db
      .updateTable("job")
      .set({ status: "running", claimedUntil: new Date(0).toISOString() })
      .execute();
    await runNextJob(db, jobRegistry, () => today);
    expect((await findJob(db, id))?.status).toBe("refused");
    expect(await counts(db)).toEqual(before);
    expect((await verifyChain(db, cohortId)).brokenAt).toBeNull();
  },
);

test("a job of somebody who was disabled meanwhile, or of another academy, is not done", async () => {
  const db = await freshDatabase();
  const cohort = await openDocument(db);
  const { cohortId, first, stranger } = cohort;
  await reviewDocuments(cohort);
  await db.updateTable("account").set({ disabledAt: today.toISOString() }).where("id", "=", first.accountId).execute();
  const job = { kind: "close_stage", cohortId, payload: { stageKey: "document" }, now: today };
  for (const { accountId } of [first, stranger]) {
    const id = await enqueueJob(db, { ...job, requestedBy: accountId });
    await runNextJob(db, jobRegistry, () => today);
    expect(await findJob(db, id)).toMatchObject({ status: "refused" });
  }
  const { status } = await db
    .selectFrom("stage")
    .select("status")
    .where("stageKey", "=", "document")
    .executeTakeFirstOrThrow();
  expect(status).toBe("open");
});

test("what a job was given cannot name another cohort or another hour", async () => {
  const db = await freshDatabase();
  const { cohortId, first } = await openDocument(db);
  const asked: unknown[] = [];
  const look = async (_db: Db, _actor: unknown, input: unknown) => {
    asked.push(input);
    return { ok: true as const, value: null };
  };
  const payload = { cohortId: "another", now: "2000-01-01T00:00:00Z", stageKey: "document" };
  await enqueueJob(db, { kind: "look", cohortId, payload, requestedBy: first.accountId, now: today });
  await runNextJob(db, { look }, () => today);
  expect(asked).toEqual([{ cohortId, now: today, stageKey: "document" }]);
});

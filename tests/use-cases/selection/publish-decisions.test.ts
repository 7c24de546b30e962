import { expect, test } from "vitest";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { runNextJob } from "#app/use-cases/jobs.ts";
import { publishDecisions, publishDueDecisions } from "#app/use-cases/publish-decisions.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import type { Db } from "#db/connect.ts";
import { saveApplicationStatus } from "#db/queries/applications.ts";
import { listAuditEntries, verifyChain } from "#db/queries/audit-log.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { findDecisionOfApplication } from "#db/queries/decisions.ts";
import { enqueueJob } from "#db/queries/jobs.ts";
import { reconcile } from "#db/queries/reconciliation.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { at, smallDefinition, today, type SmallCohort } from "./small-cohort.ts";
import { messagesOf, must, statusesOf, untilSelection } from "./small-selection.ts";

async function anApprovedRun(db: Db, definition = smallDefinition()): Promise<SmallCohort> {
  const cohort = await untilSelection(db, undefined, definition);
  const { cohortId, first, second } = cohort;
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  await must(approveSelection(db, second, { cohortId, runId, now: today }));
  return cohort;
}

const finalKinds = ["selected", "reserve", "not_selected"];

async function finalMessages(cohort: SmallCohort): Promise<Record<string, string>> {
  const all = Object.entries(await messagesOf(cohort));
  return Object.fromEntries(
    all.flatMap(([number, kinds]) => kinds.filter((kind) => finalKinds.includes(kind)).map((kind) => [number, kind])),
  );
}

test("publishing decides, offers, numbers the reserve list and tells everybody in one step", async () => {
  const db = await freshDatabase();
  const cohort = await anApprovedRun(db);
  const { cohortId, first, idOf } = cohort;

  const published = await must(publishDecisions(db, first, { cohortId, now: today }));

  expect(published).toEqual({ scheduledFor: null, selected: 3, reserve: 1, notSelected: 2 });
  expect(await statusesOf(cohort)).toEqual({
    A: "offered",
    B: "offered",
    C: "reserved",
    D: "not_selected",
    E: "not_passed",
    F: "not_passed",
    G: "offered",
    H: "not_selected",
    I: "not_passed",
    J: "excluded",
    K: "withdrawn",
    L: "not_passed",
  });
  expect(await finalMessages(cohort)).toEqual({
    A: "selected",
    B: "selected",
    C: "reserve",
    D: "not_selected",
    G: "selected",
    H: "not_selected",
  });
  const offers = await db.selectFrom("offer").selectAll().execute();
  expect(offers).toHaveLength(3);
  for (const offer of offers) {
    expect(offer).toMatchObject({ status: "open", origin: "selection", respondBy: "2026-06-05T09:00:00.000Z" });
  }
  const places = await db.selectFrom("reservePlace").selectAll().execute();
  expect(places).toMatchObject([
    { applicationId: idOf("C"), trackKey: "game", number: 1, status: "waiting", meritRank: 4 },
  ]);
  expect(await findDecisionOfApplication(db, idOf("B"))).toMatchObject({
    outcome: "selected",
    trackKey: "game",
    choiceOrder: 1,
    meritRank: 1,
    total: "87.50",
  });
  expect((await getCohort(db, cohortId)).phase).toBe("filling");
  expect((await verifyChain(db, cohortId)).brokenAt).toBeNull();
  const [newest] = await listAuditEntries(db, { chain: cohortId, limit: 1 });
  expect(newest?.event).toBe("decisions-published");
});

test("messages carry the seat, the reserve number and, where somebody was absent, the reason", async () => {
  const db = await freshDatabase();
  const { cohortId, first, idOf } = await anApprovedRun(db);
  await must(publishDecisions(db, first, { cohortId, now: today }));

  type Stored = { variables: Record<string, string>; extra?: string[]; path: string };
  const rows = await db.selectFrom("outbox").select(["applicationId", "kind", "payload", "offerId"]).execute();
  const messageTo = (number: string, kind: string) => {
    const row = rows.find((each) => each.applicationId === idOf(number) && each.kind === kind)!;
    return { ...(JSON.parse(row.payload) as Stored), offerId: row.offerId };
  };
  const selected = messageTo("B", "selected");
  expect(selected.variables).toMatchObject({ trackName: "게임", choiceOrder: "1지망", applicantName: "가상 B" });
  expect(selected.variables.confirmDeadlineAt).toBe("2026. 6. 5.(금) 18:00");
  expect(selected.offerId).not.toBeNull();
  expect(messageTo("C", "reserve").variables).toMatchObject({
    reserveNo: "1",
    reserveValidUntil: "2026. 6. 26.(금) 18:00",
  });
  expect(messageTo("D", "not_selected").extra).toBeUndefined();
  expect(messageTo("H", "not_selected").extra).toEqual(["면접심사에 결시하였습니다."]);
});

test("publishing twice, or by a job whose worker was killed after the commit, tells nobody twice", async () => {
  const db = await freshDatabase();
  const cohort = await anApprovedRun(db);
  const { cohortId, first } = cohort;
  const registry = { publish_decisions: publishDecisions };
  const job = { kind: "publish_decisions", cohortId, payload: {}, requestedBy: first.accountId, now: today };
  await enqueueJob(db, job);
  await runNextJob(db, registry, () => today);
  // The worker died before it wrote down that the job was done: the next one takes it again.
  await db.updateTable("job").set({ status: "running", claimedUntil: today.toISOString() }).execute();
  await runNextJob(db, registry, () => at("2026-05-10T11:00:00"));

  expect(Object.keys(await finalMessages(cohort))).toHaveLength(6);
  expect(await db.selectFrom("offer").selectAll().execute()).toHaveLength(3);
  expect(await publishDecisions(db, first, { cohortId, now: today })).toMatchObject({ refusal: "already-published" });
});

test("nothing at all is written when a single row cannot be", async () => {
  const db = await freshDatabase();
  const cohort = await anApprovedRun(db);
  const { cohortId, first, idOf } = cohort;
  const taken = { trackKey: "game", number: 1, meritRank: 9, status: "waiting" as const, endedAt: null };
  await db
    .insertInto("reservePlace")
    .values({ id: "x", cohortId, applicationId: idOf("E"), ...taken, createdAt: today.toISOString() })
    .execute();

  await expect(publishDecisions(db, first, { cohortId, now: today })).rejects.toThrow();
  expect(await db.selectFrom("decision").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("offer").selectAll().execute()).toEqual([]);
  expect(await finalMessages(cohort)).toEqual({});
  expect(await statusesOf(cohort)).toMatchObject({ A: "submitted", D: "submitted" });
});

test("is refused when the answers would already be late, without approval, to a stranger and after a withdrawal", async () => {
  const late = smallDefinition((draft) => {
    draft.acceptance.confirmBy = "2026-05-10T10:00:00+09:00";
  });
  const lateDb = await freshDatabase();
  const { cohortId: lateId, first: lateFirst } = await anApprovedRun(lateDb, late);
  expect(await publishDecisions(lateDb, lateFirst, { cohortId: lateId, now: today })).toMatchObject({
    refusal: { kind: "confirm-deadline-passed", confirmBy: "2026-05-10T10:00:00+09:00" },
  });

  const db = await freshDatabase();
  const { cohortId, first, second, stranger, idOf } = await untilSelection(db);
  expect(await publishDecisions(db, stranger, { cohortId, now: today })).toMatchObject({ refusal: "not-yours" });
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  expect(await publishDecisions(db, first, { cohortId, now: today })).toMatchObject({ refusal: "run-not-approved" });
  await must(approveSelection(db, second, { cohortId, runId, now: today }));
  await saveApplicationStatus(db, { id: idOf("A"), status: "withdrawn", now: today });
  expect(await publishDecisions(db, first, { cohortId, now: today })).toMatchObject({ refusal: "changed-since-run" });
});

test("waits for its hour; what can no longer be published then loses it, on record", async () => {
  const db = await freshDatabase();
  const cohort = await anApprovedRun(db);
  const { cohortId, first } = cohort;
  const publishAt = at("2026-05-12T14:00:00").toISOString();
  expect(await must(publishDecisions(db, first, { cohortId, publishAt, now: today }))).toMatchObject({
    scheduledFor: publishAt,
  });
  expect(await publishDueDecisions(db, at("2026-05-12T13:59:59"))).toBe(0);
  expect(await publishDueDecisions(db, at("2026-05-12T14:00:00"))).toBe(1);
  expect(Object.keys(await finalMessages(cohort))).toHaveLength(6);

  const other = await freshDatabase();
  const second = await anApprovedRun(other);
  await must(publishDecisions(other, second.first, { cohortId: second.cohortId, publishAt, now: today }));
  await saveApplicationStatus(other, { id: second.idOf("A"), status: "withdrawn", now: today });
  expect(await publishDueDecisions(other, at("2026-05-12T14:00:00"))).toBe(1);
  expect(await publishDueDecisions(other, at("2026-05-12T14:01:00"))).toBe(0);
  const [newest] = await listAuditEntries(other, { chain: second.cohortId, limit: 1 });
  expect(newest?.event).toBe("decisions-publication-refused");
});

test("the reconciliation adds up to everybody who submitted, and says who was told", async () => {
  const db = await freshDatabase();
  const { cohortId, first, idOf } = await anApprovedRun(db);
  await must(publishDecisions(db, first, { cohortId, now: today }));
  await db.updateTable("outbox").set({ status: "sent" }).where("applicationId", "=", idOf("B")).execute();
  await db.updateTable("outbox").set({ status: "failed" }).where("applicationId", "=", idOf("G")).execute();

  const { lines, submitted, sums, complete } = await reconcile(db, cohortId);
  const counted = lines.map(({ outcome, ...counts }) => [outcome.kind, ...Object.values(counts)]);
  expect(counted).toEqual([
    ["selected", 3, 1, 1, 1, 0],
    ["reserve", 1, 0, 1, 0, 0],
    ["not_selected", 2, 0, 2, 0, 0],
    ["not_passed", 4, 0, 4, 0, 0],
    ["excluded", 1, 0, 0, 0, 0],
    ["withdrawn", 1, 0, 0, 0, 0],
  ]);
  expect({ submitted, sums, complete }).toEqual({ submitted: 12, sums: true, complete: true });

  await db.deleteFrom("outbox").where("applicationId", "=", idOf("D")).where("kind", "=", "not_selected").execute();
  expect((await reconcile(db, cohortId)).complete).toBe(false);
});

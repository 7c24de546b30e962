import { describe, expect, test } from "vitest";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";
import { markAbsent } from "#app/use-cases/mark-absent.ts";
import { openStage } from "#app/use-cases/open-stage.ts";
import { publishDueStages, publishStage } from "#app/use-cases/publish-stage.ts";
import { reopenStage } from "#app/use-cases/reopen-stage.ts";
import { getCohort, savePhase } from "#db/queries/cohorts.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import { findStage } from "#db/queries/stages.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { aClosedCohort, at, document, handIn, today } from "../selection/small-cohort.ts";
import {
  messagesOf,
  must,
  numberOf,
  openDocument,
  people,
  reviewDocuments,
  statusesOf,
  untilInterview,
} from "../selection/small-selection.ts";

const document1 = { stageKey: "document", now: today };

describe("opening a stage", () => {
  test("lets in everybody in the running, under numbers of the definition's pattern that are all different", async () => {
    const db = await freshDatabase();
    const { cohortId } = await openDocument(db);

    const entries = await listStageEntries(db, { cohortId, stageKey: "document" });
    expect(entries.map(({ applicationNumber }) => applicationNumber)).toEqual([..."ABCDEFGHIKL"]);
    expect(new Set(entries.map(({ evaluationNumber }) => evaluationNumber)).size).toBe(11);
    for (const { evaluationNumber, firstChoice } of entries) {
      expect(evaluationNumber).toMatch(firstChoice === "game" ? /^GM-\d{3}$/ : /^WT-\d{3}$/);
    }
    expect((await getCohort(db, cohortId)).phase).toBe("in_review");
  });

  test("gives the same numbers from the same seed and others from another", async () => {
    const numbers = [];
    for (const seed of ["one", "one", "two"]) {
      const db = await freshDatabase();
      const { cohortId, first } = await aClosedCohort(db, people);
      await must(openStage(db, first, { cohortId, ...document1, seed }));
      const entries = await listStageEntries(db, { cohortId, stageKey: "document" });
      numbers.push(entries.map(({ evaluationNumber }) => evaluationNumber).join());
    }
    expect(numbers[0]).toBe(numbers[1]);
    expect(numbers[0]).not.toBe(numbers[2]);
  });

  test("is refused while applications are open, twice, out of turn, and to a stranger", async () => {
    const db = await freshDatabase();
    const { cohortId, first, stranger } = await aClosedCohort(db, people);
    expect(await openStage(db, stranger, { cohortId, ...document1 })).toMatchObject({ refusal: "not-yours" });
    expect(await openStage(db, first, { cohortId, stageKey: "interview", now: today })).toMatchObject({
      refusal: "previous-stage-not-published",
    });
    await savePhase(db, { cohortId, phase: "open", now: today });
    expect(await openStage(db, first, { cohortId, ...document1 })).toMatchObject({ refusal: "cohort-not-closed" });
    await savePhase(db, { cohortId, phase: "closed", now: today });
    await must(openStage(db, first, { cohortId, ...document1 }));
    expect(await openStage(db, first, { cohortId, ...document1 })).toMatchObject({ refusal: "stage-already-open" });
  });
});

describe("closing a stage", () => {
  test("scores, tests the minimums and shortlists, and a tie at the cut passes whole", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);

    const { cohortId, first } = cohort;
    const closed = await must(closeStage(db, first, { cohortId, ...document1 }));

    expect(closed).toMatchObject({ entered: 11, passed: 6, undecidedFlags: 0 });
    const entries = await listStageEntries(db, { cohortId, stageKey: "document" });
    const found = entries.map((entry) => [entry.applicationNumber, entry.outcome, entry.score, entry.detail?.reason]);
    expect(found).toEqual([
      ["A", "passed", "90.00", null],
      ["B", "passed", "80.00", null],
      ["C", "passed", "70.00", null],
      ["D", "passed", "70.00", null],
      ["E", "failed", "61.00", "outranked"],
      ["F", "failed", "55.00", "below_stage_minimum"],
      ["G", "passed", "75.00", null],
      ["H", "passed", "65.00", null],
      ["I", "failed", "62.00", "outranked"],
      ["K", "excluded", null, "withdrawn"],
      ["L", "failed", "70.00", "below_criterion_minimum"],
    ]);
    const stage = await findStage(db, { cohortId, stageKey: "document" });
    expect(stage).toMatchObject({ status: "closed", closedBy: first.accountId, digest: closed.digest });
    expect(stage?.result?.tracks).toMatchObject([
      {
        track: "game",
        entered: 8,
        passed: 4,
        absent: 0,
        excluded: 1,
        belowMinimum: 2,
        outranked: 1,
        places: 3,
        lowestBasis: "35/1",
        beyondPlaces: 1,
      },
      {
        track: "webtoon",
        entered: 3,
        passed: 2,
        absent: 0,
        excluded: 0,
        belowMinimum: 0,
        outranked: 1,
        places: 2,
        lowestBasis: "65/2",
        beyondPlaces: 0,
      },
    ]);
    expect(stage?.result?.reviewCounts).toEqual([{ reviews: 3, applications: 10 }]);
  });

  test("gives the same digest in whatever order the rows were written", async () => {
    const digests = [];
    for (const order of ["ABCDEFGHI", "IHGFEDCBA"]) {
      const db = await freshDatabase();
      const cohort = await openDocument(db);
      await reviewDocuments(cohort, [...order]);
      digests.push((await must(closeStage(db, cohort.first, { cohortId: cohort.cohortId, ...document1 }))).digest);
    }
    expect(digests[0]).toBe(digests[1]);
  });

  test("is refused with the evaluation numbers of those whose reviews are missing, and changes nothing", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);
    await db.deleteFrom("reviewScore").execute();
    await db.deleteFrom("review").where("applicationId", "=", cohort.idOf("A")).execute();

    const refused = await closeStage(db, cohort.first, { cohortId: cohort.cohortId, ...document1 });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "reviews-missing", count: 10 } });
    const number = await numberOf(cohort, "document", "A");
    expect(refused).toHaveProperty("refusal.numbers", expect.arrayContaining([number]));
    expect((await findStage(db, { cohortId: cohort.cohortId, stageKey: "document" }))?.status).toBe("open");
  });

  test("leaves out the review of somebody with a conflict of interest", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    const { cohortId, reviewers, idOf, first } = cohort;
    await reviewDocuments(cohort);
    const hostile = { motivation: 0, portfolio: 0, readiness: 0, plan: 0 };
    await handIn(cohort, "document", [{ number: "A", reviewer: 4, scores: hostile }]);
    const declared = { reasonKey: "relative", note: "", declaredAt: today.toISOString() };
    await db
      .insertInto("conflict")
      .values({ id: "c1", cohortId, reviewerId: reviewers[4]!, applicationId: idOf("A"), ...declared })
      .execute();

    await must(closeStage(db, first, { cohortId, ...document1 }));
    const entries = await listStageEntries(db, { cohortId, stageKey: "document" });
    expect(entries[0]).toMatchObject({ applicationNumber: "A", score: "90.00" });
  });

  test("can be taken back with a reason until it is approved", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);
    const { cohortId, first, second } = cohort;
    await must(closeStage(db, first, { cohortId, ...document1 }));
    expect(await reopenStage(db, first, { cohortId, ...document1, reason: " " })).toMatchObject({
      refusal: "reason-missing",
    });
    await must(reopenStage(db, first, { cohortId, ...document1, reason: "평가표 정정" }));
    const entries = await listStageEntries(db, { cohortId, stageKey: "document" });
    expect(entries.every(({ outcome, score }) => outcome === "pending" && score === null)).toBe(true);

    await must(closeStage(db, first, { cohortId, ...document1 }));
    await must(approveStage(db, second, { cohortId, ...document1 }));
    expect(await reopenStage(db, first, { cohortId, ...document1, reason: "늦음" })).toMatchObject({
      refusal: "stage-not-closed",
    });
  });
});

describe("approving a stage", () => {
  test("takes another administrator than the one who closed it", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);
    const { cohortId, first, second, stranger } = cohort;
    await must(closeStage(db, first, { cohortId, ...document1 }));

    expect(await approveStage(db, first, { cohortId, ...document1 })).toMatchObject({
      refusal: "second-administrator-needed",
    });
    expect(await approveStage(db, stranger, { cohortId, ...document1 })).toMatchObject({ refusal: "not-yours" });
    expect((await approveStage(db, second, { cohortId, ...document1 })).ok).toBe(true);
  });

  test("is refused when an outcome was changed behind the digest", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);
    const { cohortId, first, second, idOf } = cohort;
    await must(closeStage(db, first, { cohortId, ...document1 }));
    await db.updateTable("stageEntry").set({ outcome: "passed" }).where("applicationId", "=", idOf("F")).execute();

    expect(await approveStage(db, second, { cohortId, ...document1 })).toMatchObject({ refusal: "digest-differs" });
  });
});

describe("publishing a stage", () => {
  test("tells everybody in the running once, ends it for those who failed, and opens the next stage", async () => {
    const db = await freshDatabase();
    const cohort = await untilInterview(db);

    expect(await messagesOf(cohort)).toEqual({
      A: ["shortlisted"],
      B: ["shortlisted"],
      C: ["shortlisted"],
      D: ["shortlisted"],
      E: ["stage_not_passed"],
      F: ["stage_not_passed"],
      G: ["shortlisted"],
      H: ["shortlisted"],
      I: ["stage_not_passed"],
      L: ["stage_not_passed"],
    });
    expect(await statusesOf(cohort)).toMatchObject({ A: "submitted", E: "not_passed", J: "excluded", K: "withdrawn" });
    const next = await listStageEntries(db, { cohortId: cohort.cohortId, stageKey: "interview" });
    expect(next.map(({ applicationNumber }) => applicationNumber)).toEqual([..."ABCDGH"]);

    const again = await publishStage(db, cohort.first, { cohortId: cohort.cohortId, ...document1 });
    expect(again).toMatchObject({ refusal: "already-published" });
    expect(Object.values(await messagesOf(cohort)).flat()).toHaveLength(10);
  });

  test("says why to somebody below a minimum, and only the number of places to somebody outranked", async () => {
    const db = await freshDatabase();
    const { idOf } = await untilInterview(db);
    const rows = await db.selectFrom("outbox").select(["applicationId", "payload"]).execute();
    const extraOf = (number: string) =>
      (JSON.parse(rows.find(({ applicationId }) => applicationId === idOf(number))!.payload) as { extra?: string[] })
        .extra;
    expect(extraOf("E")).toBeUndefined();
    expect(extraOf("F")?.[0]).toContain("최저 기준 60점");
    expect(extraOf("L")?.[0]).toContain("최저 기준 16점");
  });

  test("waits for its hour, and the worker then does it once", async () => {
    const db = await freshDatabase();
    const cohort = await openDocument(db);
    await reviewDocuments(cohort);
    const { cohortId, first, second } = cohort;
    await must(closeStage(db, first, { cohortId, ...document1 }));
    await must(approveStage(db, second, { cohortId, ...document1 }));
    const publishAt = at("2026-05-11T14:00:00").toISOString();
    expect(await must(publishStage(db, first, { cohortId, ...document1, publishAt }))).toMatchObject({
      scheduledFor: publishAt,
    });

    expect(await publishDueStages(db, at("2026-05-11T13:59:59"))).toBe(0);
    expect(await messagesOf(cohort)).toEqual({});
    expect(await publishDueStages(db, at("2026-05-11T14:00:00"))).toBe(1);
    expect(await publishDueStages(db, at("2026-05-11T14:00:01"))).toBe(0);
    expect(Object.values(await messagesOf(cohort)).flat()).toHaveLength(10);
  });

  test("is not for the last stage", async () => {
    const db = await freshDatabase();
    const cohort = await untilInterview(db);
    await db.updateTable("stage").set({ status: "approved" }).where("stageKey", "=", "interview").execute();
    const { cohortId, first } = cohort;
    expect(await publishStage(db, first, { cohortId, stageKey: "interview", now: today })).toMatchObject({
      refusal: "last-stage-is-told-at-the-end",
    });
  });
});

describe("noting an absence", () => {
  test("is refused for a stage that knows none, for unknown numbers and after a review", async () => {
    const db = await freshDatabase();
    const cohort = await untilInterview(db);
    const { cohortId, first } = cohort;
    const note = { cohortId, stageKey: "interview", absent: true, reason: "불참", now: today };
    expect(await markAbsent(db, first, { ...note, evaluationNumber: "XX-000" })).toMatchObject({
      refusal: "number-unknown",
    });
    const evaluationNumber = await numberOf(cohort, "interview", "A");
    await handIn(cohort, "interview", [
      { number: "A", reviewer: 0, scores: { job: 1, creative: 1, teamwork: 1, will: 1 } },
    ]);
    expect(await markAbsent(db, first, { ...note, evaluationNumber })).toMatchObject({ refusal: "already-reviewed" });
    expect(document("A", 70)).toHaveLength(3);
  });
});

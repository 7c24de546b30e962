import { describe, expect, test } from "vitest";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";

import { openStage } from "#app/use-cases/open-stage.ts";

import { reopenStage } from "#app/use-cases/reopen-stage.ts";
import { getCohort, savePhase } from "#db/queries/cohorts.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import { findStage } from "#db/queries/stages.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { aClosedCohort, handIn, today } from "../selection/small-cohort.ts";
import { must, numberOf, openDocument, people, reviewDocuments } from "../selection/small-selection.ts";

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

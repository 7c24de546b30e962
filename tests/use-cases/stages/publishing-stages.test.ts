import { describe, expect, test } from "vitest";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";
import { markAbsent } from "#app/use-cases/mark-absent.ts";

import { publishDueStages, publishStage } from "#app/use-cases/publish-stage.ts";

import { listStageEntries } from "#db/queries/stage-entries.ts";

import { freshDatabase } from "#tests/support/database.ts";
import { at, document, handIn, today } from "../selection/small-cohort.ts";
import {
  messagesOf,
  must,
  numberOf,
  openDocument,
  reviewDocuments,
  statusesOf,
  untilInterview,
} from "../selection/small-selection.ts";

const document1 = { stageKey: "document", now: today };

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

import { describe, expect, test } from "vitest";
import { declareConflicts } from "#app/use-cases/declare-conflicts.ts";
import { openSheet } from "#app/use-cases/open-sheet.ts";
import { saveReview } from "#app/use-cases/save-review.ts";
import { signPledge } from "#app/use-cases/sign-pledge.ts";
import { submitCompleteReviews, submitReview } from "#app/use-cases/submit-review.ts";
import { verifyChain } from "#db/queries/audit-log.ts";
import { findPledge } from "#db/queries/pledges.ts";
import { findReview, listScores } from "#db/queries/reviews.ts";
import { saveStage } from "#db/queries/stages.ts";
import { assignReviewers } from "#app/use-cases/assign-reviewers.ts";
import {
  aCohortBeingScored,
  aCohortInReview,
  goodScores,
  must,
  pledged,
  queueOf,
  type CohortInReview,
} from "#tests/factories/reviewing.ts";
import { freshDatabase } from "#tests/support/database.ts";

const nothing = { scores: {}, comment: "" };

describe("before scoring", () => {
  test("a reviewer signs with exactly their name, once, and address and text are kept", async () => {
    const db = await freshDatabase();
    const { cohort, reviewers, now } = await aCohortInReview(db);
    const [reviewer] = reviewers;
    const signing = { cohortId: cohort.cohortId, language: "ko" as const, address: "192.0.2.7", now };
    expect(await signPledge(db, reviewer!, { ...signing, typedName: "가상위원" })).toMatchObject({
      refusal: "name-differs",
    });
    must(await signPledge(db, reviewer!, { ...signing, typedName: " 가상위원0 ".normalize("NFD") }));
    expect(await findPledge(db, { cohortId: cohort.cohortId, reviewerId: reviewer!.accountId })).toMatchObject({
      address: "192.0.2.7",
      textSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(must(await signPledge(db, reviewer!, { ...signing, typedName: "" }))).toEqual({ isNew: false });
  });

  test("nothing opens before the pledge is signed and conflicts are declared, were it none", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db);
    must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "a" }));
    const [reviewer] = inReview.reviewers;
    const [sheet] = await queueOf(db, inReview, reviewer!);
    const open = () => openSheet(db, reviewer!, { reviewId: sheet!.reviewId, to: "read" });
    expect(await open()).toMatchObject({ refusal: "pledge-missing" });
    expect(await declare(inReview, { conflicts: [], none: true })).toMatchObject({ refusal: "pledge-missing" });
    await pledged(db, inReview, reviewer!);
    expect(await open()).toMatchObject({ refusal: "conflicts-undeclared" });
    expect(await declare(inReview, { conflicts: [], none: false })).toMatchObject({ refusal: "nothing-declared" });
    const one = { applicationId: inReview.applications[0]!.applicationId, reasonKey: "relative", note: "" };
    expect(await declare(inReview, { conflicts: [one], none: true })).toMatchObject({ refusal: "none-and-some" });
    const wrong = { ...one, reasonKey: "dislike" };
    expect(await declare(inReview, { conflicts: [wrong], none: false })).toMatchObject({ refusal: "reason-missing" });
    const stranger = { ...one, applicationId: "not-there" };
    expect(await declare(inReview, { conflicts: [stranger], none: false })).toMatchObject({ refusal: "not-on-list" });
    must(await declare(inReview, { conflicts: [], none: true }));
    expect((await open()).ok).toBe(true);

    function declare(of: CohortInReview, what: Pick<Parameters<typeof declareConflicts>[2], "conflicts" | "none">) {
      return declareConflicts(db, reviewer!, { ...ofStage(of), ...what });
    }
  });

  test("a conflict ends the review at once, even a submitted one, and the file is gone everywhere", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortBeingScored(db);
    const [reviewer] = inReview.reviewers;
    const [sheet] = await queueOf(db, inReview, reviewer!);
    const { reviewId } = sheet!;
    must(
      await submitReview(db, reviewer!, { reviewId, revision: 0, scores: goodScores, comment: "", now: inReview.now }),
    );
    const { applicationId } = (await findReview(db, reviewId))!;
    const conflicts = [{ applicationId, reasonKey: "teacher_student", note: "지도" }];
    expect(must(await declareConflicts(db, reviewer!, { ...ofStage(inReview), conflicts, none: false }))).toEqual({
      added: 1,
      cancelled: 1,
    });
    expect(await queueOf(db, inReview, reviewer!)).not.toContainEqual(expect.objectContaining({ reviewId }));
    for (const to of ["read", "write"] as const) {
      expect(await openSheet(db, reviewer!, { reviewId, to })).toMatchObject({ refusal: "not-yours" });
    }
  });
});

describe("scoring", () => {
  test("keeps unfinished scores, and clears those that were emptied", async () => {
    const { db, reviewer, reviewId, now } = await aSheet();
    const saved = must(
      await saveReview(db, reviewer, {
        reviewId,
        revision: 0,
        scores: { motivation: "20", plan: "7" },
        comment: " 좋음 ",
        now,
      }),
    );
    expect(saved).toMatchObject({ revision: 1, totalHundredths: 2700, isComplete: false });
    must(
      await saveReview(db, reviewer, {
        reviewId,
        revision: 1,
        scores: { plan: "8", motivation: "" },
        comment: "",
        now,
      }),
    );
    expect(await listScores(db, reviewId)).toEqual({ plan: 800 });
  });

  test("refuses a sheet that was saved elsewhere meanwhile, and shows what stands there", async () => {
    const { db, reviewer, reviewId, now } = await aSheet();
    must(await saveReview(db, reviewer, { reviewId, revision: 0, scores: { plan: "9" }, comment: "첫째", now }));
    expect(
      await saveReview(db, reviewer, { reviewId, revision: 0, scores: { plan: "1" }, comment: "둘째", now }),
    ).toEqual({
      ok: false,
      refusal: { kind: "stale", revision: 1, scores: { plan: 900 }, comment: "첫째" },
    });
    expect(await listScores(db, reviewId)).toEqual({ plan: 900 });
  });

  test("refuses a wrong score and keeps nothing of the sheet", async () => {
    const { db, reviewer, reviewId, now } = await aSheet();
    expect(
      await saveReview(db, reviewer, {
        reviewId,
        revision: 0,
        scores: { plan: "26", motivation: "3" },
        comment: "",
        now,
      }),
    ).toMatchObject({ refusal: { kind: "invalid", mistakes: [{ criterion: "plan" }] } });
    expect(await listScores(db, reviewId)).toEqual({});
  });

  test("locks a submitted sheet with its total, and submits no unfinished one", async () => {
    const { db, reviewer, reviewId, now, inReview } = await aSheet();
    const { career: _, ...unfinished } = goodScores;
    expect(
      await submitReview(db, reviewer, { reviewId, revision: 0, scores: unfinished, comment: "", now }),
    ).toMatchObject({ refusal: { kind: "incomplete", missing: ["career"] } });
    must(await submitReview(db, reviewer, { reviewId, revision: 0, scores: goodScores, comment: "끝", now }));
    expect(await findReview(db, reviewId)).toMatchObject({ status: "submitted", totalHundredths: 8000, comment: "끝" });
    for (const act of [saveReview, submitReview]) {
      expect(await act(db, reviewer, { reviewId, revision: 2, scores: goodScores, comment: "", now })).toMatchObject({
        refusal: { kind: "locked" },
      });
    }
    expect(await verifyChain(db, inReview.cohort.cohortId)).toMatchObject({ brokenAt: null });
  });

  test("submits all complete sheets at once and leaves the others", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortBeingScored(db, { applications: 4, reviewers: 3 });
    const [reviewer] = inReview.reviewers;
    const queue = await queueOf(db, inReview, reviewer!);
    const { now } = inReview;
    for (const [index, { reviewId }] of queue.entries()) {
      const scores = index < 2 ? goodScores : { plan: "1" };
      must(await saveReview(db, reviewer!, { reviewId, revision: 0, scores, comment: "", now }));
    }
    expect(await submitCompleteReviews(db, reviewer!, ofStage(inReview))).toEqual({
      ok: true,
      value: { submitted: 2 },
    });
    expect((await queueOf(db, inReview, reviewer!)).map(({ status }) => status)).toEqual([
      "submitted",
      "submitted",
      "draft",
      "draft",
    ]);
    expect(await submitCompleteReviews(db, reviewer!, ofStage(inReview))).toMatchObject({
      refusal: "nothing-complete",
    });
  });

  test("is nobody else's: another reviewer's sheet does not exist", async () => {
    const { db, reviewId, now, inReview } = await aSheet();
    for (const actor of [inReview.reviewers[1]!, inReview.administrator]) {
      expect(await saveReview(db, actor, { reviewId, revision: 0, ...nothing, now })).toMatchObject({
        refusal: { kind: "not-yours" },
      });
      expect(await openSheet(db, actor, { reviewId, to: "read" })).toMatchObject({ refusal: "not-yours" });
    }
  });

  test("ends when the stage is closed", async () => {
    const { db, reviewer, reviewId, now, inReview } = await aSheet();
    await saveStage(db, { ...ofStage(inReview), status: "closed" });
    expect(await saveReview(db, reviewer, { reviewId, revision: 0, ...nothing, now })).toMatchObject({
      refusal: { kind: "stage-closed" },
    });
  });
});

async function aSheet() {
  const db = await freshDatabase();
  const inReview = await aCohortBeingScored(db);
  const reviewer = inReview.reviewers[0]!;
  const [sheet] = await queueOf(db, inReview, reviewer);
  return { db, inReview, reviewer, reviewId: sheet!.reviewId, now: inReview.now };
}

function ofStage({ cohort, stageKey, now }: CohortInReview) {
  return { cohortId: cohort.cohortId, stageKey, now };
}

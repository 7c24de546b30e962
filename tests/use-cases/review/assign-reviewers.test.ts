import { describe, expect, test } from "vitest";
import { addPanelMember } from "#app/use-cases/add-panel-member.ts";
import { assignReviewers } from "#app/use-cases/assign-reviewers.ts";
import { declareConflicts } from "#app/use-cases/declare-conflicts.ts";
import { prepareAssignment } from "#app/use-cases/prepare-assignment.ts";
import { removePanelMember } from "#app/use-cases/remove-panel-member.ts";
import { saveReview } from "#app/use-cases/save-review.ts";
import type { Db } from "#db/connect.ts";
import { listPanel } from "#db/queries/panels.ts";
import { listReviewsOfStage } from "#db/queries/reviews.ts";
import { listAssignmentBatches } from "#db/queries/review-queue.ts";
import { aStaffMember, anAcademy } from "#tests/factories/cohort.ts";
import {
  aCohortBeingScored,
  aCohortInReview,
  must,
  pledged,
  queueOf,
  type CohortInReview,
} from "#tests/factories/reviewing.ts";
import { freshDatabase } from "#tests/support/database.ts";

describe("assigning reviewers to a stage", () => {
  test("gives every application its reviews, evenly, records the seed and tells everybody once", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db, { applications: 8, reviewers: 4 });
    const { seed } = must(await prepareAssignment(db, inReview.administrator, ofStage(inReview)));
    expect(must(await prepareAssignment(db, inReview.administrator, ofStage(inReview)))).toEqual({ seed });

    const { added } = must(await assignReviewers(db, inReview.administrator, ofStage(inReview)));

    expect(added).toBe(24);
    expect(await loads(db, inReview)).toEqual([6, 6, 6, 6]);
    const [batch] = await listAssignmentBatches(db, ofStage(inReview));
    expect(batch).toMatchObject({ seed, createdByName: "가상담당" });
    const messages = await db.selectFrom("outbox").select("recipient").where("kind", "=", "review_assigned").execute();
    expect(messages.map(({ recipient }) => recipient).toSorted()).toEqual(
      inReview.reviewers.map(({ email }) => email).toSorted(),
    );
  });

  test("is safe to run twice", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db);
    must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "a" }));
    expect(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "b" })).toEqual({
      ok: true,
      value: { added: 0, batchId: null },
    });
    expect(await assignReviewers(db, inReview.administrator, ofStage(inReview))).toMatchObject({
      refusal: "seed-missing",
    });
  });

  test("lets every reviewer read in an order of their own, new work behind the old", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortBeingScored(db, { applications: 8, reviewers: 4 });
    const [first] = inReview.reviewers;
    const before = await queueOf(db, inReview, first!);
    const gone = inReview.reviewers[1]!;
    const members = await listPanel(db, ofStage(inReview));
    const memberId = members.find(({ reviewerId }) => reviewerId === gone.accountId)!.id;
    must(await removePanelMember(db, inReview.administrator, { ...ofStage(inReview), memberId }));
    must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "again" }));

    const after = await queueOf(db, inReview, first!);
    expect(after.slice(0, before.length).map(({ reviewId }) => reviewId)).toEqual(
      before.map(({ reviewId }) => reviewId),
    );
    expect(after.length).toBe(8);
    expect(await queueOf(db, inReview, gone)).toEqual([]);
  });

  test("hands out only what a conflict left open", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db, { applications: 6, reviewers: 5 });
    must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "a" }));
    const before = await pairs(db, inReview);
    const [reviewer] = inReview.reviewers;
    const lost = before.find(([, reviewerId]) => reviewerId === reviewer!.accountId)!;
    await pledged(db, inReview, reviewer!);
    const conflicts = [{ applicationId: lost[0], reasonKey: "relative", note: "" }];
    must(await declareConflicts(db, reviewer!, { ...ofStage(inReview), conflicts, none: false }));
    expect((await pairs(db, inReview)).length).toBe(before.length - 1);

    expect(must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "b" })).added).toBe(1);
    const after = await pairs(db, inReview);
    expect(after.filter(([applicationId]) => applicationId === lost[0]).length).toBe(3);
    expect(after).not.toContainEqual(lost);
    expect(
      before.filter((pair) => pair !== lost).every((pair) => after.some((each) => each.join() === pair.join())),
    ).toBe(true);
  });

  test("brings back what somebody had saved who returns to the panel", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortBeingScored(db, { applications: 2, reviewers: 3 });
    const [reviewer] = inReview.reviewers;
    const [sheet] = await queueOf(db, inReview, reviewer!);
    must(
      await saveReview(db, reviewer!, {
        reviewId: sheet!.reviewId,
        revision: 0,
        scores: { motivation: "21" },
        comment: "",
        now: inReview.now,
      }),
    );
    const members = await listPanel(db, ofStage(inReview));
    const { id: memberId } = members.find(({ reviewerId }) => reviewerId === reviewer!.accountId)!;
    must(await removePanelMember(db, inReview.administrator, { ...ofStage(inReview), memberId }));
    expect(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "b" })).toMatchObject({
      refusal: "reviewers-short",
    });
    const seat = { ...ofStage(inReview), trackKey: "", reviewerId: reviewer!.accountId, isExternal: true };
    must(await addPanelMember(db, inReview.administrator, seat));
    must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "b" }));
    const back = await queueOf(db, inReview, reviewer!);
    expect(back.find(({ reviewId }) => reviewId === sheet!.reviewId)).toMatchObject({
      status: "draft",
      scores: { motivation: 2100 },
    });
  });

  test("keeps pools of tracks apart", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db, { sample: "gcc-academy", reviewers: 3 });
    const seat = { ...ofStage(inReview), reviewerId: inReview.reviewers[0]!.accountId, isExternal: true };
    expect(await addPanelMember(db, inReview.administrator, { ...seat, trackKey: "" })).toMatchObject({
      refusal: "track-needed",
    });
    expect(must(await assignReviewers(db, inReview.administrator, { ...ofStage(inReview), seed: "a" })).added).toBe(12);
  });

  test("is for administrators of the academy only", async () => {
    const db = await freshDatabase();
    const inReview = await aCohortInReview(db);
    const academyId = await anAcademy(db);
    const stranger = await aStaffMember(db, { role: "administrator", academyId });
    const auditor = await aStaffMember(db, { role: "auditor", academyId: inReview.cohort.academyId });
    for (const actor of [stranger, auditor, inReview.reviewers[0]!]) {
      expect(await assignReviewers(db, actor, { ...ofStage(inReview), seed: "a" })).toMatchObject({
        refusal: "not-yours",
      });
      expect(await prepareAssignment(db, actor, ofStage(inReview))).toMatchObject({ refusal: "not-yours" });
    }
    const foreign = await aStaffMember(db, { role: "reviewer", academyId });
    const seat = { ...ofStage(inReview), trackKey: "", reviewerId: foreign.accountId, isExternal: true };
    expect(await addPanelMember(db, inReview.administrator, seat)).toMatchObject({ refusal: "not-a-reviewer" });
  });
});

function ofStage({ cohort, stageKey, now }: CohortInReview) {
  return { cohortId: cohort.cohortId, stageKey, now };
}

async function pairs(db: Db, { cohort, stageKey }: CohortInReview): Promise<readonly (readonly [string, string])[]> {
  const reviews = await listReviewsOfStage(db, { cohortId: cohort.cohortId, stageKey });
  return reviews
    .filter(({ status }) => status !== "cancelled")
    .map(({ applicationId, reviewerId }) => [applicationId, reviewerId] as const);
}

async function loads(db: Db, inReview: CohortInReview): Promise<readonly number[]> {
  const all = await pairs(db, inReview);
  return inReview.reviewers.map(({ accountId }) => all.filter(([, reviewerId]) => reviewerId === accountId).length);
}

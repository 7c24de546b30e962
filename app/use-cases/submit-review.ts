import type { AccountActor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { missingCriteria, totalOf, type Scores } from "#app/domain/review/rubric.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listQueue } from "#db/queries/review-queue.ts";
import { saveSubmission } from "#db/queries/reviews.ts";
import { inTransaction } from "#db/transaction.ts";
import { openSheetToWrite, type OpenSheet } from "./open-sheet.ts";
import { keepSheet, type SaveRefusal, type TypedSheet } from "./save-review.ts";

export type SubmitRefusal = SaveRefusal | { readonly kind: "incomplete"; readonly missing: readonly string[] };
export type SubmittedSheet = { readonly sheet: OpenSheet; readonly totalHundredths: number };

/** Keeps the sheet as it was typed and locks it with its total. Every criterion must be scored. */
export async function submitReview(
  db: Db,
  actor: AccountActor,
  { now, ...typed }: TypedSheet & { readonly now: Date },
): Promise<Result<SubmittedSheet, SubmitRefusal>> {
  return inTransaction(db, async (trx) => {
    const blank = await missingOf(trx, actor, typed);
    if (blank.length > 0) return refuse({ kind: "incomplete", missing: blank } as const);
    const kept = await keepSheet(trx, actor, { typed, now });
    if (!kept.ok) return kept;
    const { sheet, scores, revision } = kept.value;
    const totalHundredths = await lock(trx, actor, { sheet, scores, revision, now });
    return done({ sheet, totalHundredths });
  });
}

type SubmitAll = { readonly cohortId: string; readonly stageKey: string; readonly now: Date };

/** Locks every saved sheet of a stage on which no criterion is open; the others stay as they are. */
export async function submitCompleteReviews(db: Db, actor: AccountActor, { cohortId, stageKey, now }: SubmitAll) {
  return inTransaction(db, async (trx) => {
    const queue = await listQueue(trx, { cohortId, stageKey, reviewerId: actor.accountId });
    let submitted = 0;
    for (const { reviewId, status, revision, scores } of queue) {
      if (status !== "draft") continue;
      const opened = await openSheetToWrite(trx, actor, reviewId);
      if (!opened.ok) return refuse(opened.refusal);
      const sheet = opened.value;
      if (sheet.review.stageStatus !== "open") return refuse("stage-closed");
      if (missingCriteria(sheet.rubric, scores).length > 0) continue;
      await lock(trx, actor, { sheet, scores, revision, now });
      submitted += 1;
    }
    return submitted === 0 ? refuse("nothing-complete") : done({ submitted });
  });
}

/** Criteria left empty, so that an incomplete sheet is refused before anything is written. */
async function missingOf(trx: Trx, actor: AccountActor, typed: TypedSheet): Promise<readonly string[]> {
  const opened = await openSheetToWrite(trx, actor, typed.reviewId);
  if (!opened.ok || opened.value.review.status === "submitted") return [];
  const { criteria } = opened.value.rubric;
  return criteria.filter(({ id }) => (typed.scores[id] ?? "").trim() === "").map(({ id }) => id);
}

type ToLock = {
  readonly sheet: OpenSheet;
  readonly scores: Scores;
  readonly revision: number;
  readonly now: Date;
};

async function lock(trx: Trx, actor: AccountActor, { sheet, scores, revision, now }: ToLock): Promise<number> {
  const { review, rubric } = sheet;
  const totalHundredths = totalOf(rubric, scores);
  await saveSubmission(trx, { reviewId: review.id, totalHundredths, now });
  await recordEvent(trx, {
    event: "review-submitted",
    actor,
    cohortId: review.cohortId,
    subjectKind: "review",
    subjectId: review.id,
    payload: { revision: revision + 1, scores, totalHundredths },
    now,
  });
  return totalHundredths;
}

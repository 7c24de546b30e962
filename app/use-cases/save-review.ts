import type { AccountActor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { isComplete, parseScores, totalOf, type ScoreMistake, type Scores } from "#app/domain/review/rubric.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { listScores, saveSheet } from "#db/queries/reviews.ts";
import { inTransaction } from "#db/transaction.ts";
import { openSheetToWrite, type OpenSheet, type SheetRefusal } from "./open-sheet.ts";

/** A sheet as it was typed, over the revision that the reviewer had before them. */
export type TypedSheet = {
  readonly reviewId: string;
  readonly revision: number;
  readonly scores: Readonly<Record<string, string | undefined>>;
  readonly comment: string;
};
export type SaveRefusal =
  | { readonly kind: SheetRefusal | "stage-closed" | "locked" }
  | { readonly kind: "invalid"; readonly mistakes: readonly ScoreMistake[] }
  /** Saved elsewhere meanwhile: what stands there now. */
  | { readonly kind: "stale"; readonly revision: number; readonly scores: Scores; readonly comment: string };
export type SavedSheet = {
  readonly sheet: OpenSheet;
  readonly revision: number;
  readonly scores: Scores;
  readonly totalHundredths: number;
  readonly isComplete: boolean;
};

/** Keeps what a reviewer has scored so far; criteria may still be empty. */
export async function saveReview(
  db: Db,
  actor: AccountActor,
  { now, ...typed }: TypedSheet & { readonly now: Date },
): Promise<Result<SavedSheet, SaveRefusal>> {
  return inTransaction(db, (trx) => keepSheet(trx, actor, { typed, now }));
}

/** The part of the transaction that saving and submitting share. */
export async function keepSheet(
  trx: Trx,
  actor: AccountActor,
  { typed, now }: { readonly typed: TypedSheet; readonly now: Date },
): Promise<Result<SavedSheet, SaveRefusal>> {
  const opened = await openSheetToWrite(trx, actor, typed.reviewId);
  if (!opened.ok) return refuse({ kind: opened.refusal });
  const { review, rubric } = opened.value;
  if (review.status === "submitted") return refuse({ kind: "locked" });
  if (review.stageStatus !== "open") return refuse({ kind: "stage-closed" });
  const read = parseScores(rubric, typed.scores);
  if (!read.ok) return refuse({ kind: "invalid", mistakes: read.refusal });

  const { reviewId, revision } = typed;
  const comment = typed.comment.replaceAll("\r\n", "\n").trim();
  if (!(await saveSheet(trx, { reviewId, revision, scores: read.value, comment, now }))) {
    const scores = await listScores(trx, reviewId);
    return refuse({ kind: "stale", revision: review.revision, scores, comment: review.comment });
  }
  const totalHundredths = totalOf(rubric, read.value);
  await recordEvent(trx, {
    event: "review-saved",
    actor,
    cohortId: review.cohortId,
    subjectKind: "review",
    subjectId: reviewId,
    payload: { revision: revision + 1, scores: read.value },
    now,
  });
  return done({
    sheet: opened.value,
    revision: revision + 1,
    scores: read.value,
    totalHundredths,
    isComplete: isComplete(rubric, read.value),
  });
}

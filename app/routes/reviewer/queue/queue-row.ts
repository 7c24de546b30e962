import { isComplete, pointsText, totalOf, type Rubric } from "#app/domain/review/rubric.ts";
import type { QueueEntry } from "#db/queries/review-queue.ts";

/** `complete`: every criterion is scored, and the sheet is not handed in yet. */
export const sheetStates = ["assigned", "draft", "complete", "submitted"] as const;
export type SheetState = (typeof sheetStates)[number];

export type QueueRow = {
  readonly reviewId: string;
  readonly order: number;
  readonly evaluationNumber: string;
  readonly state: SheetState;
  /** The reviewer's own points so far; null before the first. */
  readonly total: string | null;
};

/** One line of a reviewer's own list. */
export function queueRow(
  { reviewId, evaluationNumber, status, scores }: QueueEntry,
  { rubric, order }: { readonly rubric: Rubric; readonly order: number },
): QueueRow {
  const hasScores = Object.keys(scores).length > 0;
  return {
    reviewId,
    order,
    evaluationNumber,
    state: status === "draft" && isComplete(rubric, scores) ? "complete" : status,
    total: hasScores ? pointsText(totalOf(rubric, scores)) : null,
  };
}

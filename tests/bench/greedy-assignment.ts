import type { ReviewTask } from "#app/domain/assignment/review-task.ts";

/**
 * What somebody would write first: the application with the most conflicts first, each given its best reviewers with room. It minds
 * conflicts and upper bounds, not lower ones, and may leave applications short.
 */
export function greedyAssignment({ applications, reviewers, scores }: ReviewTask) {
  const scoreOf = typeof scores === "function" ? scores : (i: number, j: number) => scores[i]?.[j] ?? null;
  const places = new Map(reviewers.map(({ id }, j) => [id, j]));
  const loads = reviewers.map(() => 0);
  const order = applications
    .map((application, i) => ({ application, i }))
    .toSorted((one, other) => other.application.conflicts.length - one.application.conflicts.length || one.i - other.i);
  let total = 0;
  let worst = Number.POSITIVE_INFINITY;
  let short = 0;
  for (const { application, i } of order) {
    const conflicted = new Set(application.conflicts.map((id) => places.get(id)));
    const possible: { j: number; score: number }[] = [];
    reviewers.forEach(({ max }, j) => {
      const score = conflicted.has(j) || (loads[j] ?? 0) >= max ? null : scoreOf(i, j);
      if (score !== null) possible.push({ j, score });
    });
    const chosen = possible.toSorted((one, other) => other.score - one.score).slice(0, application.reviews);
    for (const { j } of chosen) loads[j] = (loads[j] ?? 0) + 1;
    const own = chosen.reduce((sum, { score }) => sum + score, 0);
    total += own;
    worst = Math.min(worst, own);
    short += application.reviews - chosen.length;
  }
  return { total, worst, short, loads };
}

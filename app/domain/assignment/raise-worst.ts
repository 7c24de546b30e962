import { chosenOf, makeMove, type Arrangement } from "#app/domain/assignment/arrangement.ts";
import { bestMove, type Measure } from "#app/domain/assignment/best-move.ts";
import { breachesIn } from "#app/domain/assignment/meet-rules.ts";
import type { SideRules } from "#app/domain/assignment/review-task.ts";

/** Sum of the scores of an application's readers. */
export function totalOf(arrangement: Arrangement, i: number): number {
  return chosenOf(arrangement, i).reduce((sum, pair) => sum + (arrangement.table.score[pair] as number), 0);
}

/**
 * Raises the application with the lowest total, again and again, by exchanges that leave the other one above that total too
 * and break no rule; the overall total may fall. Ends where the lowest cannot be raised by one exchange. Returns how many
 * exchanges were made. Source: SELECTION E2 and E5, Kobren 2019, Stelmakh 2021.
 */
export function raiseWorst(arrangement: Arrangement, rules: SideRules): number {
  const totals = Float64Array.from(arrangement.table.applications, (_, i) => totalOf(arrangement, i));
  const breaches = breachesIn(arrangement, rules);
  const measure: Measure = (applications) => [
    breaches(applications),
    -Math.min(...applications.map((i) => totalOf(arrangement, i))),
    0,
  ];
  let moves = 0;
  for (;;) {
    const worst = totals.reduce((lowest, total, i) => (total < (totals[lowest] ?? total) ? i : lowest), 0);
    const best = bestMove(arrangement, worst, measure);
    const before = totals[worst];
    if (best === undefined) return moves;
    makeMove(arrangement, best);
    for (const pair of best.won) {
      const i = arrangement.owner[pair] as number;
      totals[i] = totalOf(arrangement, i);
    }
    moves += 1;
    // Only the cost or a breach fell: that is not what was asked.
    if (before === totals[worst]) return moves;
  }
}

import { makeMove, type Arrangement } from "#app/domain/assignment/arrangement.ts";
import { bestMove, type Measure } from "#app/domain/assignment/best-move.ts";
import { createBreachCount } from "#app/domain/assignment/rule-breaches.ts";
import type { SideRules } from "#app/domain/assignment/review-task.ts";

const mostPasses = 20;

/**
 * Meets the side rules by exchanges that keep the loads: each lowers the breaches, or leaves them and lowers the cost.
 * Ends where no single exchange helps; then breaches may be left (`ruleBreaches`). Returns how many exchanges were made.
 * Source: SELECTION E4.
 */
export function meetRules(arrangement: Arrangement, rules: SideRules): number {
  const breaches = breachesIn(arrangement, rules);
  const measure: Measure = (applications) => [breaches(applications), 0];
  const all = [...arrangement.table.applications.keys()];
  const isBroken = (i: number): boolean => breaches([i]) > 0;
  let worthwhile = all.filter(isBroken);
  let moves = 0;
  for (let pass = 0; pass < mostPasses && worthwhile.length > 0; pass += 1) {
    const touched = new Set<number>();
    for (const i of worthwhile) {
      const best = bestMove(arrangement, i, measure);
      if (best === undefined) continue;
      makeMove(arrangement, best);
      for (const pair of best.won) touched.add(arrangement.owner[pair] as number);
      moves += 1;
    }
    // Those touched may now be had for less; without any, more passes change nothing.
    worthwhile = touched.size === 0 ? [] : [...new Set([...all.filter(isBroken), ...touched])];
  }
  return moves;
}

/**
 * Spreads pairs of reviewers over the applications: exchanges while they lower cost + weight · Σ (applications shared)²,
 * breaking no rule. `weight` in units of cost. Returns how many exchanges were made. Source: SELECTION E5.
 */
export function spreadPairs(arrangement: Arrangement, rules: SideRules, weight: number): number {
  const breaches = breachesIn(arrangement, rules);
  const measure: Measure = (applications) => [breaches(applications), weight * arrangement.totals.squares];
  let moves = 0;
  for (let pass = 0, before = -1; pass < mostPasses && moves > before; pass += 1) {
    before = moves;
    for (const i of arrangement.table.applications.keys()) {
      const best = bestMove(arrangement, i, measure);
      if (best === undefined) continue;
      makeMove(arrangement, best);
      moves += 1;
    }
  }
  return moves;
}

/** Breaches of these applications and of the whole limit on shared applications. */
export function breachesIn(arrangement: Arrangement, rules: SideRules): (applications: readonly number[]) => number {
  const count = createBreachCount(arrangement, rules);
  return (applications) => applications.reduce((sum, i) => sum + count.ofApplication(i), 0) + arrangement.totals.excess;
}

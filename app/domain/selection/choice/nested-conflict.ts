import type { NestedBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { outlook, nodeBounds, type NodeBounds } from "#app/domain/selection/choice/least-shortfall.ts";
import type { Nesting } from "#app/domain/selection/choice/nesting.ts";
import type { Shortage } from "#app/domain/selection/choice/pool.ts";

/**
 * Minima and maxima that cannot all hold when as many seats are filled as there are seats and people, none of them
 * superfluous; empty where all bounds can hold. Each bound in turn is dropped, and stays out while the others still
 * conflict. Source: deletion filter, SELECTION B6.
 */
export function conflictOfBounds(given: {
  readonly rule: NestedBoundsRule;
  readonly nesting: Nesting;
  readonly people: number;
}): readonly Shortage[] {
  const { rule, nesting, people } = given;
  const target = Math.min(rule.seats, people);
  const kept = nodeBounds(rule.bounds);
  if (canHold(nesting, { bounds: kept, target })) return [];

  const without = { min: 0, max: Infinity };
  for (const side of ["min", "max"] as const) {
    for (const [node, bound] of kept[side].entries()) {
      kept[side][node] = without[side];
      if (canHold(nesting, { bounds: kept, target })) kept[side][node] = bound;
    }
  }
  const names = (side: "min" | "max") =>
    rule.bounds.flatMap(({ group }, node) => (kept[side][node] === without[side] ? [] : [group]));
  return [{ kind: "conflict", minima: names("min"), maxima: names("max") }];
}

function canHold(nesting: Nesting, { bounds, target }: { bounds: NodeBounds; target: number }): boolean {
  const ahead = outlook(nesting, bounds, { chosen: nesting.people.map(() => 0), coming: nesting.people });
  return ahead.room >= target && ahead.shortfallAfter(target) === 0;
}

import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import { decide, type Deciding } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import { programOf, type BoundsQuestion } from "#app/domain/selection/choice/overlapping-bounds-program.ts";

/**
 * Bounds that cannot hold together, none of them superfluous. `seats`: whether they conflict only because the number of seats
 * is to be filled.
 */
export type BoundsConflict = {
  readonly minima: readonly string[];
  readonly maxima: readonly string[];
  readonly seats: boolean;
};

/**
 * A minimal conflicting set of an infeasible question: each bound in turn is dropped, and stays out while the others still
 * conflict; at last the number of seats (deletion filter, SELECTION B6): one question a bound and one more. Throws Undecided
 * where one of them could not be decided.
 */
export function conflictOf(question: BoundsQuestion, deciding: Deciding): BoundsConflict {
  const conflicts = (asked: BoundsQuestion) => decide(programOf({ ...asked, soft: false }), deciding) === undefined;
  let { bounds } = question;
  const dropped = [
    ...bounds.flatMap((bound, at) => (bound.min > 0 ? [{ at, without: { min: 0 } }] : [])),
    ...bounds.flatMap((bound, at) => (bound.max === null ? [] : [{ at, without: { max: null } }])),
  ];
  for (const { at, without } of dropped) {
    const fewer = bounds.with(at, { ...(bounds[at] as GroupBounds), ...without });
    if (conflicts({ ...question, bounds: fewer })) bounds = fewer;
  }
  return {
    minima: bounds.filter(({ min }) => min > 0).map(({ group }) => group),
    maxima: bounds.filter(({ max }) => max !== null).map(({ group }) => group),
    seats: !conflicts({ ...question, bounds, total: { min: null, max: null } }),
  };
}

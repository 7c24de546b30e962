import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { decide } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
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

const unlimited = { min: null, max: null };

/**
 * A minimal conflicting set of an infeasible question: each bound in turn is dropped, and stays out while the others still
 * conflict; at last the number of seats (deletion filter, SELECTION B6). `undefined`: a question could not be decided.
 */
export function conflictOf(question: BoundsQuestion, solver: IntegerSolver): BoundsConflict | undefined {
  let kept: BoundsQuestion = { ...question, soft: false };
  for (const fewer of [withoutMinimum, withoutMaximum]) {
    for (const at of question.bounds.keys()) {
      const next = fewer(kept, at);
      if (!next) continue;
      const { status } = decide(programOf(next), solver);
      if (status === "undecided") return undefined;
      if (status === "infeasible") kept = next;
    }
  }
  const { status } = decide(programOf({ ...kept, total: unlimited }), solver);
  if (status === "undecided") return undefined;
  return {
    minima: kept.bounds.filter(({ min }) => min > 0).map(({ group }) => group),
    maxima: kept.bounds.filter(({ max }) => max !== null).map(({ group }) => group),
    seats: status === "solved",
  };
}

function withoutMinimum(question: BoundsQuestion, at: number): BoundsQuestion | undefined {
  const bound = question.bounds[at];
  if (!bound || bound.min === 0) return undefined;
  return { ...question, bounds: question.bounds.with(at, { ...bound, min: 0 }) };
}

function withoutMaximum(question: BoundsQuestion, at: number): BoundsQuestion | undefined {
  const bound = question.bounds[at];
  if (!bound || bound.max === null) return undefined;
  return { ...question, bounds: question.bounds.with(at, { ...bound, max: null }) };
}

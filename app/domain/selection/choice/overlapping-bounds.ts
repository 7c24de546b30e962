import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { GroupBounds, OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { conflictOf, type BoundsConflict } from "#app/domain/selection/choice/overlapping-bounds-conflict.ts";
import { decide } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import { takeInOrder } from "#app/domain/selection/choice/overlapping-bounds-greedy.ts";
import { programOf, type BoundsQuestion } from "#app/domain/selection/choice/overlapping-bounds-program.ts";
import { choiceWithinBounds, type OverlappingChoice } from "#app/domain/selection/choice/overlapping-bounds-report.ts";
import { countByType, typesOf } from "#app/domain/selection/choice/overlapping-bounds-types.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { softProgram, type SoftProgram } from "#app/domain/selection/choice/soft-bounds.ts";

/** 2^6 types at most: what the exact search answers quickly. */
const mostGroups = 6;

export type OverlappingOptions = {
  /** Asked for speed; never believed. */
  readonly solver: IntegerSolver;
  /** For a rule that cannot be met: groups whose minima come first, in this order. None = the least total shortfall. */
  readonly groupPriority?: readonly string[];
  /** People of the order who are chosen whatever the rule says (SELECTION C3). */
  readonly incumbents?: Iterable<number>;
};

/**
 * `too_many_groups`: more than six groups whose bounds can matter. `undecided`: neither the solver nor the exact search, which
 * alone may say no, came to an end; no choice is made then.
 */
export type OverlappingRefusal = "too_many_groups" | "undecided";

/**
 * B5, counted one-to-all: among all sets of min(seats, people) people that keep every minimum and maximum, the best by merit
 * (the first person in whom two sets differ decides). Where no set keeps them, `feasible` is false and `chosen` is the fallback
 * of B6: maxima hold, as many seats filled as they allow, least shortfall of minima, then merit; the report names a minimal
 * conflict. Every yes is a re-added witness, every no exhaustively proved. A decline can push out somebody chosen before: to
 * refill, use completeWithIncumbents. Throws a RangeError for a group that the
 * pool does not know and for an incumbent outside the order. Source: SELECTION B5, B6.
 */
export function chooseWithinOverlappingBounds(
  rule: OverlappingBoundsRule,
  pool: Pool,
  { solver, groupPriority = [], incumbents = [] }: OverlappingOptions,
): Result<OverlappingChoice, OverlappingRefusal> {
  const seats = Math.min(rule.seats, pool.order.length);
  const bounds = rule.bounds.filter((bound) => canMatter(bound, seats));
  if (bounds.length > mostGroups) return refuse("too_many_groups");
  const types = typesOf(bounds, pool);
  const stay = new Set(incumbents);
  const people = pool.order.filter((person) => !stay.has(person));
  if (people.length + stay.size !== pool.order.length) throw new RangeError("an incumbent is not in the order");
  const fixed = countByType(types, stay);
  const question = { types, bounds, fixed, total: { min: seats, max: seats }, soft: false };

  const found = solve(question, { solver, groupPriority });
  if (!found) return refuse("undecided");
  const open = found.witness.slice(0, fixed.length).reduce((sum, count) => sum + count, 0) - stay.size;
  const taken = takeInOrder({ ...found, people, seats: open, typeOf: types.typeOf, solver });
  if (!taken) return refuse("undecided");
  const chosen = new Set([...stay, ...taken]);
  return done(choiceWithinBounds({ rule, pool, chosen, conflict: found.conflict }));
}

function canMatter({ min, max }: GroupBounds, seats: number): boolean {
  return min > 0 || (max !== null && max < seats);
}

type Found = SoftProgram & { readonly conflict: BoundsConflict | null };
type SolveOptions = { readonly solver: IntegerSolver; readonly groupPriority: readonly string[] };

function solve(question: BoundsQuestion, options: SolveOptions): Found | undefined {
  const program = programOf(question);
  const answer = decide(program, options.solver);
  if (answer.status === "undecided") return undefined;
  if (answer.status === "solved") return { program, witness: answer.values, conflict: null };
  const conflict = conflictOf(question, options.solver);
  const soft = conflict && softProgram(question, options);
  return soft && { ...soft, conflict };
}

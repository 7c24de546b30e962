import { done, refuse, type Result } from "#app/domain/result.ts";
import type { GroupBounds, OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { conflictOf, type BoundsConflict } from "#app/domain/selection/choice/overlapping-bounds-conflict.ts";
import { decide, Undecided, type Deciding } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import { takeInOrder } from "#app/domain/selection/choice/overlapping-bounds-greedy.ts";
import { programOf, type BoundsQuestion } from "#app/domain/selection/choice/overlapping-bounds-program.ts";
import { choiceWithinBounds, type OverlappingChoice } from "#app/domain/selection/choice/overlapping-bounds-report.ts";
import { countByType, typesOf } from "#app/domain/selection/choice/overlapping-bounds-types.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { softProgram, type SoftOptions, type SoftProgram } from "#app/domain/selection/choice/soft-bounds.ts";

/** 2^6 types at most: what the exact search answers quickly. */
const mostGroups = 6;

/** The solver is asked for speed and never believed. */
export type OverlappingOptions = Deciding & {
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
  { groupPriority = [], incumbents = [], ...deciding }: OverlappingOptions,
): Result<OverlappingChoice, OverlappingRefusal> {
  const seats = Math.min(rule.seats, pool.order.length);
  const bounds = rule.bounds.filter((bound) => canMatter(bound, seats));
  if (bounds.length > mostGroups) return refuse("too_many_groups");
  const types = typesOf(bounds, pool);
  const stay = new Set(incumbents);
  const people = pool.order.filter((person) => !stay.has(person));
  if (people.length + stay.size !== pool.order.length) throw new RangeError("an incumbent is not in the order");
  const fixed = countByType(types, stay);
  try {
    const question = { types, bounds, fixed, total: { min: seats, max: seats }, soft: false };
    const { program, witness, conflict } = solve(question, { ...deciding, groupPriority });
    const open = witness.slice(0, fixed.length).reduce((sum, count) => sum + count, 0) - stay.size;
    const taken = takeInOrder({ program, witness, people, seats: open, typeOf: types.typeOf, deciding });
    return done(choiceWithinBounds({ rule, pool, chosen: new Set([...stay, ...taken]), conflict }));
  } catch (error) {
    if (error instanceof Undecided) return refuse("undecided");
    throw error;
  }
}

function canMatter({ min, max }: GroupBounds, seats: number): boolean {
  return min > 0 || (max !== null && max < seats);
}

function solve(
  question: BoundsQuestion,
  options: SoftOptions,
): SoftProgram & { readonly conflict: BoundsConflict | null } {
  const program = programOf(question);
  const witness = decide(program, options);
  if (witness) return { program, witness, conflict: null };
  return { ...softProgram(question, options), conflict: conflictOf(question, options) };
}

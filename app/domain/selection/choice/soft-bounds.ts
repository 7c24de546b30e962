import type { IntegerProgram, IntegerRow } from "#app/domain/exact/integer-program.ts";
import { valueOf } from "#app/domain/exact/integer-program-holds.ts";
import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import { decideLeast, type Deciding } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import {
  peopleChosen,
  programOf,
  shortfall,
  type BoundsQuestion,
} from "#app/domain/selection/choice/overlapping-bounds-program.ts";

export type SoftOptions = Deciding & {
  /** Groups whose minima come first, one after the other; then the sum over all other groups. None = the sum over all. */
  readonly groupPriority: readonly string[];
};

/** A program whose every point is as good as can be but for merit, and one of its points. */
export type SoftProgram = { readonly program: IntegerProgram; readonly witness: readonly number[] };

/**
 * What is left to choose from where not all bounds can hold: maxima stay, as many seats are filled as they allow, then the sum
 * of what minima miss is least, or each group's in the published order (SELECTION B6). People who are fixed stay, also above a
 * maximum or the number of seats; such a limit is then what they take up. Throws Undecided where a question could not be decided.
 */
export function softProgram(question: BoundsQuestion, { groupPriority, ...deciding }: SoftOptions): SoftProgram {
  const loosened = makeRoom({ ...question, soft: true });
  let program = programOf(loosened);
  let witness: readonly number[] = [];
  for (const goal of goalsOf(loosened, groupPriority)) {
    witness = decideLeast(program, goal, deciding) ?? witness;
    program = { ...program, rows: [...program.rows, { terms: goal, min: null, max: valueOf(goal, witness) }] };
  }
  return { program, witness };
}

function makeRoom(question: BoundsQuestion): BoundsQuestion {
  const { types, bounds, fixed, total } = question;
  const people = fixed.reduce((sum, count) => sum + count, 0);
  const inside = (at: number) =>
    (types.members[at] as readonly number[]).reduce((sum, type) => sum + (fixed[type] as number), 0);
  return {
    ...question,
    bounds: bounds.map(({ group, min, max }, at): GroupBounds => ({ group, min, max: atLeast(max, inside(at)) })),
    total: { min: null, max: atLeast(total.max, people) },
  };
}

function atLeast(limit: number | null, taken: number): number | null {
  return limit === null ? null : Math.max(limit, taken);
}

function goalsOf({ types, bounds }: BoundsQuestion, groupPriority: readonly string[]): readonly IntegerRow["terms"][] {
  const places = (wanted: (group: string) => boolean) =>
    bounds.flatMap(({ group }, at) => (wanted(group) ? [shortfall(types, at)] : []));
  return [
    peopleChosen(types, -1),
    ...groupPriority.map((first) => places((group) => group === first)),
    places((group) => !groupPriority.includes(group)),
  ];
}

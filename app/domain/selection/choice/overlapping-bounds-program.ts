import type { IntegerProgram, IntegerRow } from "#app/domain/exact/integer-program.ts";
import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import type { PersonTypes } from "#app/domain/selection/choice/overlapping-bounds-types.ts";

/** What is asked of the numbers chosen of each type. */
export type BoundsQuestion = {
  readonly types: PersonTypes;
  /** One for each group of `types`, in the same order. */
  readonly bounds: readonly GroupBounds[];
  /** Of each type, how many are chosen whatever happens. */
  readonly fixed: readonly number[];
  /** How many people are chosen in all; null = any number. */
  readonly total: { readonly min: number | null; readonly max: number | null };
  /** Whether a minimum may be missed, by as many people as its shortfall variable says. */
  readonly soft: boolean;
};

/**
 * Who is chosen, by type, as a program in whole numbers: first one variable a type, the number chosen of it; then one a group,
 * by how much it misses its minimum (0 unless `soft`). Maxima hold always (SELECTION B5, B6).
 */
export function programOf({ types, bounds, fixed, total, soft }: BoundsQuestion): IntegerProgram {
  return {
    lower: [...fixed, ...bounds.map(() => 0)],
    upper: [...types.available, ...bounds.map(({ min }) => (soft ? min : 0))],
    rows: [{ terms: peopleChosen(types), ...total }, ...bounds.flatMap((bound, at) => rowsOf(types, bound, at))],
    minimise: [],
  };
}

function rowsOf(types: PersonTypes, { min, max }: GroupBounds, at: number): readonly IntegerRow[] {
  const members = (types.members[at] as readonly number[]).map((type) => [type, 1] as const);
  return [
    { terms: [...members, shortfall(types, at)], min, max: null },
    { terms: members, min: null, max },
  ].filter((row) => row.min !== 0 && (row.min ?? row.max) !== null);
}

/** How many people are chosen, of whatever type. */
export function peopleChosen({ available }: PersonTypes, coefficient = 1): IntegerRow["terms"] {
  return available.map((_, type) => [type, coefficient] as const);
}

/** By how much the group at this place misses its minimum. */
export function shortfall({ available }: PersonTypes, group: number): IntegerRow["terms"][number] {
  return [available.length + group, 1];
}

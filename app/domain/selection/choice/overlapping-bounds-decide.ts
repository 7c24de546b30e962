import { holds, valueOf } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram, IntegerRow, IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { searchExactly } from "#app/domain/selection/choice/overlapping-bounds-search.ts";

/** Whom to ask. `nodeLimit`: where the exact search gives up; its own default where it is not given. */
export type Deciding = { readonly solver: IntegerSolver; readonly nodeLimit?: number | undefined };

/** Thrown where a question could not be decided; caught where the choice is refused, never shown. */
export class Undecided extends Error {}

/**
 * A point of the program, re-added in whole numbers, or undefined where it was proved by exhausting branch and bound that there
 * is none. The solver is asked first, for speed; its point counts only if it holds, and its "infeasible" not at all: every no,
 * and every case it could not settle, is decided by the exact search (SELECTION B5). Throws Undecided where that gives up.
 */
export function decide(program: IntegerProgram, { solver, nodeLimit }: Deciding): readonly number[] | undefined {
  const answer = solver(program);
  if (answer.status === "solved" && holds(program, answer.values)) return answer.values;
  return prove(program, nodeLimit);
}

/**
 * A point where Σ coefficient · x over `terms` is least: the solver's best, which the exact search then tries to beat by 1 until
 * it proves that nothing does, whatever the solver believes. Otherwise as `decide`.
 */
export function decideLeast(
  program: IntegerProgram,
  terms: IntegerRow["terms"],
  deciding: Deciding,
): readonly number[] | undefined {
  const minimise = program.lower.map(() => 0);
  for (const [variable, coefficient] of terms) minimise[variable] = coefficient;
  let best = decide({ ...program, minimise }, deciding);
  while (best) {
    const better = { terms, min: null, max: valueOf(terms, best) - 1 };
    const next = prove({ ...program, rows: [...program.rows, better] }, deciding.nodeLimit);
    if (!next) return best;
    best = next;
  }
  return undefined;
}

function prove(program: IntegerProgram, nodeLimit: number | undefined): readonly number[] | undefined {
  const answer = searchExactly(program, nodeLimit);
  if (answer.status === "undecided") throw new Undecided();
  return answer.status === "solved" ? answer.values : undefined;
}

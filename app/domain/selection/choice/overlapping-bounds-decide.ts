import { holds, valueOf } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram, IntegerRow, IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { searchExactly } from "#app/domain/selection/choice/overlapping-bounds-search.ts";

/** `values` were re-added in whole numbers; `infeasible` was proved by exhausting branch and bound. */
export type Decision =
  | { readonly status: "solved"; readonly values: readonly number[] }
  | { readonly status: "infeasible" }
  | { readonly status: "undecided" };

/**
 * Whether the program has a point. The solver is asked first, for speed; its point counts only if it holds in whole numbers,
 * and its "infeasible" not at all: every no, and every case it could not settle, is decided by the exact search (SELECTION B5).
 */
export function decide(program: IntegerProgram, solver: IntegerSolver): Decision {
  const answer = solver(program);
  if (answer.status === "solved" && holds(program, answer.values)) return answer;
  return searchExactly(program);
}

/**
 * A point where Σ coefficient · x over `terms` is least: the solver's best, which the exact search then tries to beat by 1 until
 * it proves that nothing does, whatever the solver believes.
 */
export function decideLeast(program: IntegerProgram, terms: IntegerRow["terms"], solver: IntegerSolver): Decision {
  const minimise = program.lower.map(() => 0);
  for (const [variable, coefficient] of terms) minimise[variable] = coefficient;
  let best = decide({ ...program, minimise }, solver);
  while (best.status === "solved") {
    const better = { terms, min: null, max: valueOf(terms, best.values) - 1 };
    const next = searchExactly({ ...program, rows: [...program.rows, better] });
    if (next.status === "infeasible") return best;
    best = next;
  }
  return best;
}
